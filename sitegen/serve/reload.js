// Keeps a page of the preview up to date: reloads it where it changed, swaps style sheets, shows what is wrong.
// It is served by `sitegen serve` alone and stands in no built site.
(function () {
  "use strict";
  var me = document.currentScript;
  var page = me.dataset.page, etag = me.dataset.etag;
  var PLACE = "sitegen-place";
  var source = null, overlay = null, reloading = false;

  // Where one reads is kept by the block at the top of the window: what changes above it does not move it.
  function remember() {
    var anchor = "", gap = 0;
    var blocks = document.querySelectorAll("main [id]");
    for (var i = 0; i < blocks.length; i++) {
      var top = blocks[i].getBoundingClientRect().top;
      if (top > innerHeight) break;
      if (top >= 0 || !anchor) { anchor = blocks[i].id; gap = top; }
      if (top >= 0) break;
    }
    try {
      sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, anchor: anchor, gap: gap }));
    } catch (refused) { /* without storage the browser's own memory must do */ }
  }

  function restore() {
    var place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch (refused) { return; }
    if (!place || place.path !== location.pathname) return;
    var go = function () {
      var block = place.y > 0 && place.anchor ? document.getElementById(place.anchor) : null;
      var y = block ? block.getBoundingClientRect().top + scrollY - place.gap : place.y;
      scrollTo({ left: place.x, top: y, behavior: "instant" });
    };
    go();
    addEventListener("load", go);
  }

  function reload(to) {
    if (reloading) return;
    reloading = true;
    if (to) { location.replace("/" + to.replace(/index\.html$/, "")); return; }
    remember();
    // The browser would go back, later, to where it believes the page was.
    history.scrollRestoration = "manual";
    location.reload();
  }

  function swap(styles) {
    var links = Array.prototype.filter.call(document.querySelectorAll('link[rel~="stylesheet"]'), function (link) {
      return new URL(link.href, location.href).origin === location.origin;
    });
    var named = links.filter(function (link) {
      var path = decodeURI(new URL(link.href, location.href).pathname);
      return styles.some(function (style) { return path.endsWith("/" + style); });
    });
    // A sheet that another imports is named by no link.
    (named.length ? named : links).forEach(function (link) {
      var fresh = link.cloneNode();
      var address = new URL(link.href, location.href);
      address.searchParams.set("preview", Date.now());
      fresh.href = address.href;
      fresh.onload = fresh.onerror = function () { link.remove(); };
      link.after(fresh);
    });
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function show(problems, stays) {
    if (overlay) { overlay.remove(); overlay = null; }
    if (!problems.length) return;
    overlay = document.createElement("sitegen-problems");
    var root = overlay.attachShadow({ mode: "open" });
    element("style", [
      ":host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;",
      "  background: #fff; color: #1b1c1e; border-block-start: 4px solid #b0281c; box-shadow: 0 -2px 16px #0005;",
      "  font: 15px/1.5 -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; color-scheme: light; }",
      "section { max-width: 60rem; margin: auto; padding: 14px 20px 20px; }",
      "header { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; }",
      "h1 { font: inherit; font-weight: 700; margin: 0; }",
      "button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 3px; padding: 2px 10px; cursor: pointer; }",
      "ul { list-style: none; margin: 0; padding: 0; } li { margin-block-start: 12px; }",
      "p { margin: 2px 0; overflow-wrap: anywhere; } .place, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }",
      ".place { color: #b0281c; font-weight: 600; } pre { margin: 4px 0; padding: 8px 12px; overflow-x: auto; background: #f3f1ec; }",
      ".hint { color: #55585c; }",
      "@media (prefers-color-scheme: dark) { :host { background: #16181b; color: #e5e4df; border-color: #f08a76; color-scheme: dark; }",
      "  pre { background: #202327; } .place { color: #f08a76; } .hint { color: #a6a8a8; } }",
      "@media print { :host { display: none; } }"
    ].join("\n"), root);
    var box = root.appendChild(document.createElement("section"));
    box.setAttribute("role", "alert");
    box.setAttribute("aria-labelledby", "title");
    var head = box.appendChild(document.createElement("header"));
    var what = problems.length === 1 ? "This cannot be built." : "These " + problems.length + " things cannot be built.";
    element("h1", what + (stays ? " What you see is the last good site." : ""), head).id = "title";
    var close = element("button", "Hide", head);
    close.onclick = function () { overlay.remove(); };
    var list = box.appendChild(document.createElement("ul"));
    problems.forEach(function (problem) {
      var item = list.appendChild(document.createElement("li"));
      var place = [problem.path, problem.line, problem.column].filter(function (part) { return part !== null; });
      element("p", place.join(":"), item).className = "place";
      element("p", problem.message, item);
      if (problem.snippet) element("pre", problem.snippet, item);
      if (problem.hint) element("p", "Hint: " + problem.hint, item).className = "hint";
    });
    document.documentElement.appendChild(overlay);
  }

  function shows(files) {
    var text = document.documentElement.innerHTML;
    return files.some(function (file) { return text.indexOf(file) >= 0 || text.indexOf(encodeURI(file)) >= 0; });
  }

  function hear(event) {
    var news = JSON.parse(event.data);
    if (news.reload || shows(news.files || [])) { reload(news.to); return; }
    if (news.styles && news.styles.length) swap(news.styles);
    show(news.problems, news.stays);
  }

  // A browser opens six connections to a server: a tab that nobody looks at lets go of its own.
  function connect() {
    if (source || reloading || document.visibilityState === "hidden") return;
    source = new EventSource("/_sitegen/events?page=" + encodeURIComponent(page) + "&etag=" + encodeURIComponent(etag));
    source.onmessage = hear;
  }

  function disconnect() {
    if (source) source.close();
    source = null;
  }

  restore();
  connect();
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") disconnect(); else connect();
  });
  addEventListener("pagehide", function () {
    if (!reloading) history.scrollRestoration = "auto";
    disconnect();
  });
  addEventListener("pageshow", connect);
})();
