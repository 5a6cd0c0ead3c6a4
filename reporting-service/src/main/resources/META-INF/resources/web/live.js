// How much is unread, beside "Berichten", as it changes. It listens only while the page is looked at: a browser opens six
// connections to one server at most, and each open tab would keep one. Without this script the pages work, too.
(() => {
  // On a phone not all places fit beside each other: the one that is shown is among those that do.
  const here = document.querySelector(".places [aria-current]");
  const places = here && here.closest("ul");
  const showHere = () => {
    if (places) places.scrollLeft = here.offsetLeft - (places.clientWidth - here.offsetWidth) / 2;
  };
  showHere();

  const badge = document.querySelector("[data-unread]");
  if (!badge) return;
  const ASK_AGAIN_MS = 60000;
  let stream;
  let timer;

  const show = (text) => {
    if (!/^\d+$/.test(text)) return;
    const unread = Number(text);
    const before = badge.dataset.unread;
    badge.dataset.unread = text;
    badge.hidden = unread === 0;
    badge.querySelector("[data-number]").textContent = unread >= 1000 ? "999+" : text;
    if (before === "") showHere();
    if (before !== "" && unread > Number(before)) {
      document.body.dispatchEvent(new CustomEvent("inbox-changed"));
    }
  };

  const askAgain = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      fetch("/inbox/count").then((answer) => answer.ok && answer.text().then(show)).catch(() => {});
      askAgain();
    }, ASK_AGAIN_MS);
  };

  const listen = () => {
    if (stream || document.hidden) return;
    clearTimeout(timer);
    stream = new EventSource("/inbox/live");
    stream.addEventListener("count", (event) => show(event.data));
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        askAgain();
      }
    });
  };

  const rest = () => {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = undefined;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  // A part of the page that says how much is unread now, after something was marked as read.
  document.body.addEventListener("unread", (event) => show(String(event.detail.value)));
  listen();
})();
