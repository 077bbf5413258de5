/** The file of the script, beside the pages. */
export const CITING_SCRIPT_FILE = 'cite.js';

/**
 * Puts a button beside each citation that copies it, and lets the sign of a paragraph copy its address. A classic script, which runs from a file too; without it the
 * citations can be selected, and the links be copied by the browser.
 */
export const CITING_SCRIPT = `(function () {
  'use strict';
  var status = document.createElement('p');
  status.className = 'copied';
  status.setAttribute('role', 'status');
  function say(words) {
    status.textContent = '';
    setTimeout(function () { status.textContent = words; }, 50);
    setTimeout(function () { status.textContent = ''; }, 4000);
  }
  function byHand(text) {
    var area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.className = 'copied-from';
    document.body.appendChild(area);
    area.select();
    var done = false;
    try { done = document.execCommand('copy'); } catch (error) { done = false; }
    document.body.removeChild(area);
    return done;
  }
  function copy(text, words) {
    function other() { say(byHand(text) ? words : 'The browser did not let it be copied.'); }
    if (navigator.clipboard && navigator.clipboard.writeText)
      navigator.clipboard.writeText(text).then(function () { say(words); }, other);
    else other();
  }
  document.addEventListener('DOMContentLoaded', function () {
    document.body.appendChild(status);
    Array.prototype.forEach.call(document.querySelectorAll('.citation'), function (citation) {
      var button = document.createElement('button');
      var style = citation.previousElementSibling;
      button.type = 'button';
      button.textContent = 'Copy';
      if (style) button.setAttribute('aria-label', 'Copy the citation: ' + style.textContent);
      var text = citation.textContent;
      button.addEventListener('click', function () { copy(text, 'The citation is copied.'); });
      citation.appendChild(document.createTextNode(' '));
      citation.appendChild(button);
    });
    document.addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('.paragraph-link, .paragraph-list a');
      if (link) copy(link.href, 'The address of the paragraph is copied.');
    });
  });
})();
`;
