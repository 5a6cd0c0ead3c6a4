// Keeps the board up to date. It is not renewed while somebody reads an explanation or moves through it with the keyboard: then a
// line says that there is something new.
(function () {
  'use strict';
  const MINUTE = 60000;
  const board = () => document.getElementById('board');
  const busy = () => board().querySelector('details[open]') !== null || board().contains(document.activeElement);

  function renew() {
    htmx.ajax('GET', location.pathname + location.search, { target: '#board', select: '#board', swap: 'outerHTML' });
    document.getElementById('news').hidden = true;
  }

  function changed() {
    if (document.hidden || busy()) {
      document.getElementById('news').hidden = false;
    } else {
      renew();
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    const stream = new EventSource('/deadlines/live');
    stream.onmessage = function (message) {
      if (message.data === 'changed') {
        changed();
      }
    };
    window.addEventListener('pagehide', function () { stream.close(); });
    setInterval(function () { if (!document.hidden && !busy()) { renew(); } }, MINUTE);
    document.getElementById('renew').addEventListener('click', renew);
    document.getElementById('print').addEventListener('click', function () {
      board().querySelectorAll('details').forEach(function (one) { one.open = true; });
      window.print();
    });
    document.getElementById('filter').addEventListener('change', function (event) { event.currentTarget.requestSubmit(); });
  });
})();
