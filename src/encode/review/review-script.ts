/** What the review page does besides being read: filters, copies, goes to the next doubt, remembers what was looked through. */
export const REVIEW_SCRIPT = `
(function () {
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var articles = all('article'), find = document.getElementById('find'), show = document.getElementById('show');
  var status = document.querySelector('.status'), store = 'chancery-review ' + document.title, seen = {};
  document.body.classList.add('scripted');
  try { seen = JSON.parse(localStorage.getItem(store)) || {}; } catch (error) { seen = {}; }
  function say(words) { status.textContent = ''; setTimeout(function () { status.textContent = words; }, 50); }
  function mark() { return function (article) {
    var is = seen[article.id] === true;
    article.classList.toggle('is-seen', is);
    article.querySelector('.seen').checked = is;
  }; }
  function refresh() {
    var words = find.value.trim().toLowerCase(), kind = show.value, shown = 0;
    articles.forEach(function (article) {
      var codes = article.dataset.codes;
      var fits = kind === '' || (kind === 'open' ? codes !== '' : kind === 'new' ? seen[article.id] !== true : codes.split(' ').indexOf(kind) >= 0);
      if (fits && words !== '') fits = article.textContent.toLowerCase().indexOf(words) >= 0;
      article.hidden = !fits;
      if (fits) shown++;
    });
    all('.list li').forEach(function (row) {
      var article = document.getElementById(row.dataset.for);
      row.hidden = article.hidden;
      row.classList.toggle('is-seen', seen[article.id] === true);
    });
    document.querySelector('.none').hidden = shown > 0;
    document.getElementById('seen').textContent = articles.filter(function (article) { return seen[article.id] === true; }).length;
  }
  articles.forEach(mark());
  refresh();
  find.addEventListener('input', refresh);
  show.addEventListener('change', refresh);
  document.querySelector('.filter').addEventListener('submit', function (event) { event.preventDefault(); });
  document.addEventListener('change', function (event) {
    if (!event.target.classList.contains('seen')) return;
    var article = event.target.closest('article');
    seen[article.id] = event.target.checked;
    try { localStorage.setItem(store, JSON.stringify(seen)); } catch (error) { say('This browser does not keep what was looked through.'); }
    mark()(article);
    refresh();
  });
  document.addEventListener('click', function (event) {
    var button = event.target.closest('.copy button');
    if (button === null) return;
    var code = button.parentNode.querySelector('code');
    var done = function () { say('Copied.'); button.textContent = 'Copied'; setTimeout(function () { button.textContent = 'Copy'; }, 2000); };
    var select = function () { getSelection().selectAllChildren(code); if (document.execCommand('copy')) done(); };
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(code.textContent).then(done, select); else select();
  });
  document.getElementById('next').addEventListener('click', function () {
    var doubts = all('article:not([hidden]) .doubts > li'), edge = 120;
    var next = doubts.filter(function (doubt) { return doubt.getBoundingClientRect().top > edge; })[0] || doubts[0];
    if (!next) { say('There is no doubt in what is shown.'); return; }
    next.scrollIntoView({ block: 'start' });
    var link = next.querySelector('a');
    if (link) { var line = document.querySelector(link.getAttribute('href')); var pane = line.parentNode.parentNode; pane.scrollTop += line.getBoundingClientRect().top - pane.getBoundingClientRect().top - 80; link.focus({ preventScroll: true }); }
  });
})();
`;
