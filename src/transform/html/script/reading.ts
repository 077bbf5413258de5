/** Where it is in a site. */
export const READING_SCRIPT_FILE = 'reading.js';

/**
 * What a page does besides being read, as a classic script, which runs from files too: it moves the notes of the foot beside their calls where the page is wide, and
 * opens them in place where it is not; it says which tables go on at the side. Nothing is copied and no id is made: without it all stands at the foot.
 *
 * Notes beside the text are placed as near to their calls as they can be without lying over each other, in their order: the least sum of squared distances, found by
 * joining those that touch ("pool adjacent violators"). Where some would be far from their calls, long ones are cut, with a button that shows the rest.
 */
export const READING_SCRIPT = `(function () {
'use strict';
var root = document.documentElement, main = document.getElementById('main');
if (!main || !window.matchMedia) return;
var wide = window.matchMedia('screen and (min-width: 58rem)');
var GAP = 8, FAR = 260, STEPS = [14, 9, 6, 4, 3, 2];
var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
var calls = {}, open = null;
all('a.noteref[href^="#"]', main).forEach(function (call) {
  var id = decodeURIComponent(call.getAttribute('href').slice(1));
  if (!calls[id]) calls[id] = call;
});
var notes = all('.notes > .note', main).map(function (element) {
  var call = calls[element.id];
  return call && { element: element, call: call, button: null, height: 0, full: 0, line: 0, lines: 0, want: 0, top: 0 };
});

/* Tables that are wider than their frame say so, and only they are stations of the tab key. */
function markTables() {
  all('.table-frame', main).forEach(function (frame) {
    var scrolls = frame.scrollWidth > frame.clientWidth + 1;
    frame.classList.toggle('scrolls', scrolls);
    if (scrolls) frame.setAttribute('tabindex', '0'); else frame.removeAttribute('tabindex');
  });
}

/* The note that is nearest to the reader's mind: what the address leads to, or what has the focus. */
function chosen() {
  var id = decodeURIComponent(location.hash.slice(1));
  return notes.find(function (note) { return note && (note === open || (!open && note.element.id === id)); });
}

/* Tops for notes with the heights they have: blocks of notes that touch, each at the mean of what its notes want. Gives the notes of blocks with one that is far off. */
function place(list, lit) {
  var blocks = [];
  list.forEach(function (note) {
    var weight = note === lit ? 1000 : 1, block = { notes: [note], height: note.height, weight: weight, sum: weight * note.want };
    block.top = Math.max(0, note.want);
    for (var last = blocks[blocks.length - 1]; last && last.top + last.height + GAP > block.top; last = blocks[blocks.length - 1]) {
      blocks.pop();
      block.sum = last.sum + block.sum - block.weight * (last.height + GAP);
      block.weight += last.weight;
      block.height += last.height + GAP;
      block.notes = last.notes.concat(block.notes);
      block.top = Math.max(0, block.sum / block.weight);
    }
    blocks.push(block);
  });
  var crowded = [];
  blocks.forEach(function (block) {
    var top = block.top, far = 0;
    block.notes.forEach(function (note) {
      note.top = top;
      far = Math.max(far, Math.abs(top - note.want));
      top += note.height + GAP;
    });
    if (far > FAR) crowded = crowded.concat(block.notes);
  });
  return crowded;
}

function layOutIn(text) {
  var list = notes.filter(function (note) { return note && text.contains(note.element); });
  var missing = all('.notes > .note', text).length > list.length;
  if (list.length === 0 || missing) return 0;
  list.forEach(function (note) { note.element.classList.remove('is-cut'); });
  var origin = text.getBoundingClientRect().top, lit = chosen();
  list.forEach(function (note) {
    note.full = note.height = note.element.offsetHeight;
    note.line = parseFloat(getComputedStyle(note.element).lineHeight) || 18;
    note.want = note.call.getBoundingClientRect().top - origin - 2;
  });
  list.sort(function (a, b) { return a.want - b.want || (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1); });
  var crowded = place(list, lit);
  for (var step = 0; step < STEPS.length && crowded.length > 0; step++) {
    crowded.forEach(function (note) {
      note.lines = STEPS[step];
      note.height = note === lit || note.full <= (note.lines + 1) * note.line + 1 ? note.full : Math.ceil(note.lines * note.line + 4);
    });
    crowded = place(list, lit);
  }
  var end = 0;
  list.forEach(function (note) {
    var cut = note.height < note.full;
    if (cut) { note.element.style.setProperty('--lines', String(note.lines)); addButton(note); }
    note.element.classList.toggle('is-cut', cut);
    note.element.style.top = Math.round(note.top) + 'px';
    end = Math.max(end, note.top + note.height);
  });
  return text.offsetTop + end;
}

function addButton(note) {
  if (note.button) return;
  var button = document.createElement('button');
  button.type = 'button';
  button.className = 'note-more';
  button.textContent = 'more';
  button.setAttribute('aria-label', 'More of note ' + (note.element.getAttribute('data-n') || 'on the source'));
  button.addEventListener('click', function () { show(note); note.element.focus({ preventScroll: true }); });
  note.element.tabIndex = -1;
  note.element.appendChild(button);
  note.button = button;
}

function show(note) { open = note; layOut(); }

function layOut() {
  markTables();
  root.classList.toggle('notes-beside', wide.matches);
  if (!wide.matches) return;
  /* Long notes at the end go on beside what follows the text; only where that ends too does the page grow. */
  all('.sheet', main).forEach(function (sheet) {
    var end = Math.max.apply(null, [0].concat(all('.sheet > article, .sheet > section:not(.record)', sheet.parentNode).map(layOutIn)));
    sheet.style.setProperty('--notes-end', Math.ceil(end ? end - sheet.offsetTop : 0) + 'px');
  });
}

/* Where the page is narrow, a call opens its note below its line; Escape, a click beside it and its way back close it. */
function openInPlace(note, event) {
  var element = note.element, box = element.getBoundingClientRect();
  if (!element.showPopover || (box.top >= 0 && box.bottom <= window.innerHeight)) return;
  event.preventDefault();
  element.setAttribute('popover', 'auto');
  element.tabIndex = -1;
  element.showPopover();
  var line = event.currentTarget.getBoundingClientRect(), room = root.clientWidth;
  var width = element.offsetWidth, height = element.offsetHeight;
  var below = line.bottom + 8, above = line.top - height - 8;
  element.style.left = Math.max(8, Math.min(room - width - 8, line.left - width / 2)) + 'px';
  element.style.top = Math.max(8, below + height <= window.innerHeight - 8 || above < 8 ? Math.min(below, window.innerHeight - height - 8) : above) + 'px';
  note.opener = event.currentTarget;
  note.opener.classList.add('is-open');
  element.focus({ preventScroll: true });
}

notes.forEach(function (note) {
  if (!note) return;
  var element = note.element;
  element.addEventListener('toggle', function (event) {
    if (event.newState !== 'closed') return;
    element.removeAttribute('popover');
    element.style.left = element.style.top = '';
    if (!note.opener) return;
    note.opener.classList.remove('is-open');
    if (element.contains(document.activeElement) || document.activeElement === document.body) note.opener.focus({ preventScroll: true });
    note.opener = null;
  });
  element.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a.note-label, a.backref') : null;
    if (!link || !note.opener) return;
    event.preventDefault();
    var opener = note.opener;
    element.hidePopover();
    opener.focus();
  });
  element.addEventListener('focusin', function (event) {
    if (wide.matches && element.classList.contains('is-cut') && event.target !== note.button) show(note);
  });
  element.addEventListener('mouseenter', function () { note.call.classList.add('is-lit'); });
  element.addEventListener('mouseleave', function () { note.call.classList.remove('is-lit'); });
  note.call.addEventListener('mouseenter', function () { element.classList.add('is-lit'); });
  note.call.addEventListener('mouseleave', function () { element.classList.remove('is-lit'); });
});
all('a.noteref[href^="#"]', main).forEach(function (call) {
  var id = decodeURIComponent(call.getAttribute('href').slice(1));
  call.addEventListener('click', function (event) {
    var note = notes.find(function (one) { return one && one.element.id === id; });
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (wide.matches) show(note); else openInPlace(note, event);
  });
});
document.addEventListener('keydown', function (event) {
  if (event.key === 'Escape' && open) { var call = open.call; open = null; layOut(); call.focus(); }
});
window.addEventListener('hashchange', function () { open = null; layOut(); });
(wide.addEventListener ? wide.addEventListener.bind(wide, 'change') : wide.addListener.bind(wide))(layOut);
layOut();
if (document.fonts && document.fonts.ready) document.fonts.ready.then(layOut);
window.addEventListener('load', layOut);
/* Widths change the lines; what is folded or loaded changes the heights. */
if (window.ResizeObserver) {
  var width = 0, height = 0, observer = new ResizeObserver(function () {
    var text = main.querySelector('.sheet');
    if (!text || (Math.abs(text.clientWidth - width) < 1 && Math.abs(text.clientHeight - height) < 1)) return;
    width = text.clientWidth; layOut(); height = text.clientHeight;
  });
  all('.sheet', main).forEach(function (sheet) { observer.observe(sheet); });
}
})();
`;
