// Keeps a page of the preview up to date: reloads it where it changed, swaps style sheets, shows what is wrong.
// It is served by `sitegen serve` alone and stands in no built site.
(function () {
  "use strict";
  var me = document.currentScript;
  var page = me.dataset.page, etag = me.dataset.etag, build = me.dataset.build, missing = etag.slice(0, 5) === "none-";
  var PLACE = "sitegen-place", TABS = 4, EVERY = 1000;
  var BLOCKS = "main :is(p, li, h1, h2, h3, h4, h5, h6, pre, dt, dd, td, th, figcaption)";
  var FOCUS = "a[href], button, input, select, textarea, summary";
  var source = null, letGo = null, timer = 0, reloading = false;
  var state = { problems: [], remarks: [], stays: true, lost: false, folded: false, open: false };

  // --- Where one reads is kept by the words at the top of the window: what changes above them does not move them.

  function words(block) { return block.tagName + " " + block.textContent.trim().slice(0, 400); }

  function remember() {
    var seen = [], blocks = document.querySelectorAll(BLOCKS);
    for (var i = 0; i < blocks.length && seen.length < 12; i++) {
      var box = blocks[i].getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0) seen.push({ words: words(blocks[i]), top: box.top });
    }
    var all = Array.prototype.slice.call(document.querySelectorAll(FOCUS));
    var place = { path: location.pathname, x: scrollX, y: scrollY, seen: seen, focus: all.indexOf(document.activeElement) };
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(place));
    } catch (refused) { /* without storage one begins at the top */ }
  }

  function recall() {
    try {
      var place = JSON.parse(sessionStorage.getItem(PLACE));
      return place && place.path === location.pathname ? place : null;
    } catch (refused) { return null; }
  }

  // Only after a reload of ours: going back and forth is the browser's own affair.
  function restore() {
    if (history.scrollRestoration !== "manual" || missing) return;
    addEventListener("load", function () { setTimeout(function () { history.scrollRestoration = "auto"; }); });
    var place = recall(), set = null;
    if (!place) return;
    function nearest(one) {
      var found = null, best = Infinity;
      document.querySelectorAll(BLOCKS).forEach(function (block) {
        if (words(block) !== one.words) return;
        var distance = Math.abs(block.getBoundingClientRect().top + scrollY - (one.top + place.y));
        if (distance < best) { best = distance; found = block; }
      });
      return found;
    }
    function go() {
      // At the top there is nothing to restore, and whoever scrolled meanwhile stays there.
      if (place.y === 0 || (set !== null && Math.abs(scrollY - set) > 2)) return;
      var y = place.y;
      for (var i = 0; i < place.seen.length; i++) {
        var block = nearest(place.seen[i]);
        if (block) { y = block.getBoundingClientRect().top + scrollY - place.seen[i].top; break; }
      }
      scrollTo({ left: place.x, top: y, behavior: "instant" });
      set = scrollY;
    }
    go();
    if (document.readyState !== "complete") addEventListener("load", go);
    var focused = place.focus < 0 ? null : document.querySelectorAll(FOCUS)[place.focus];
    if (focused) focused.focus({ preventScroll: true });
  }

  function reload(to) {
    if (reloading) return;
    reloading = true;
    if (to) { location.replace("/" + to.replace(/index\.html$/, "").split("/").map(encodeURIComponent).join("/")); return; }
    // A page that is missing for a moment is no reason to forget where one was.
    if (!missing) remember();
    history.scrollRestoration = "manual";
    location.reload();
  }

  // --- Style sheets

  function swap(styles) {
    // What an earlier swap is still loading is out of date.
    document.querySelectorAll("link[data-sitegen-fresh]").forEach(function (link) { link.remove(); });
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
      fresh.dataset.sitegenFresh = "";
      fresh.onload = fresh.onerror = function () { delete fresh.dataset.sitegenFresh; link.remove(); };
      link.after(fresh);
    });
  }

  // --- What is wrong, at the foot of the window: a panel, or folded to a button

  var STYLE = [
    ":host { all: initial; --paper: #fff; --ink: #1b1c1e; --soft: #55585c; --wash: #f3f1ec; --bad: #b0281c; color-scheme: light; }",
    "@media (prefers-color-scheme: dark) {",
    "  :host { --paper: #16181b; --ink: #e5e4df; --soft: #a6a8a8; --wash: #202327; --bad: #f08a76; color-scheme: dark; } }",
    "@media print { :host { display: none; } }",
    "* { font: 15px/1.5 -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; box-sizing: border-box; }",
    ".panel { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; background: var(--paper);",
    "  color: var(--ink); border-block-start: 4px solid var(--edge); box-shadow: 0 -2px 16px #0005; }",
    ".bad { --edge: var(--bad); } .note { --edge: var(--soft); }",
    "section { max-width: 60rem; margin: auto; padding: 14px 20px 20px; }",
    "header { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; }",
    "h1 { font-weight: 700; margin: 0; }",
    "button { color: var(--ink); background: var(--paper); border: 1px solid; border-radius: 3px; padding: 2px 10px; cursor: pointer; }",
    ".badge { position: fixed; inset: auto auto 12px 12px; z-index: 2147483647; border-color: var(--edge); box-shadow: 0 1px 6px #0004; }",
    ".badge.bad { color: var(--bad); font-weight: 700; } .badge:disabled { cursor: default; }",
    "ul { list-style: none; margin: 0; padding: 0; } li { margin-block-start: 12px; }",
    "p { margin: 2px 0; overflow-wrap: anywhere; } .place, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }",
    ".place { color: var(--edge); font-weight: 600; } pre { margin: 4px 0; padding: 8px 12px; overflow-x: auto; background: var(--wash); }",
    ".hint { color: var(--soft); }"
  ].join("\n");
  var host = null, root = null, padded = false;

  function element(name, text, parent, kind) {
    var made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    parent.appendChild(made);
    return made;
  }

  function badge(text, kind, open) {
    var button = element("button", text, root, "badge " + kind);
    button.disabled = !open;
    button.onclick = open;
  }

  function panel(title, found, kind, fold) {
    var box = element("div", "", root, "panel " + kind).appendChild(document.createElement("section"));
    box.setAttribute("role", kind === "bad" ? "alert" : "status");
    box.setAttribute("aria-labelledby", "title");
    var head = box.appendChild(document.createElement("header"));
    element("h1", title, head).id = "title";
    element("button", "Hide", head).onclick = fold;
    box.onkeydown = function (event) { if (event.key === "Escape") fold(); };
    var list = box.appendChild(document.createElement("ul"));
    found.forEach(function (each) {
      var entry = list.appendChild(document.createElement("li"));
      var place = [each.path, each.line, each.column].filter(function (part) { return part !== null; });
      element("p", place.join(":"), entry, "place");
      element("p", each.message, entry);
      if (each.snippet) element("pre", each.snippet, entry);
      if (each.hint) element("p", "Hint: " + each.hint, entry, "hint");
    });
  }

  function count(number, noun) { return number + " " + noun + (number === 1 ? "" : "s"); }

  function draw() {
    if (host) host.remove();
    host = root = null;
    if (padded) document.documentElement.style.removeProperty("padding-block-end");
    padded = false;
    var bad = state.problems.length, notes = state.remarks.length;
    if (!bad && !notes && !state.lost) return;
    host = document.createElement("sitegen-problems");
    root = host.attachShadow({ mode: "open" });
    // The pages' policy forbids style elements.
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    // First in the document, so that a keyboard comes to it first.
    document.documentElement.insertBefore(host, document.body);
    if (state.lost) { badge("The preview has stopped", "bad", null); return; }
    if (bad && !state.folded) {
      var what = bad === 1 ? "This cannot be built." : "These " + bad + " things cannot be built.";
      panel(what + (state.stays ? " What you see is the last good site." : ""), state.problems, "bad", function () { fold(true); });
    } else if (bad) {
      badge(count(bad, "problem"), "bad", function () { fold(false); });
    } else if (state.open) {
      panel("About this page", state.remarks, "note", function () { unfold(false); });
    } else {
      badge(count(notes, "remark"), "note", function () { unfold(true); });
    }
    var drawn = root.querySelector(".panel");
    if (drawn) {
      // What lies below the panel can be scrolled to.
      document.documentElement.style.setProperty("padding-block-end", drawn.offsetHeight + "px");
      padded = true;
    }
  }

  function fold(folded) { state.folded = folded; draw(); root.querySelector("button").focus(); }
  function unfold(open) { state.open = open; draw(); root.querySelector("button").focus(); }

  // --- The channel

  function shows(files) {
    var text = document.documentElement.innerHTML;
    return files.some(function (file) { return text.indexOf(file) >= 0 || text.indexOf(encodeURI(file)) >= 0; });
  }

  function number(of) { return Number(of.split("-")[1]); }

  function hear(news) {
    // Two answers may overtake each other.
    if (news.build.split("-")[0] === build.split("-")[0] && number(news.build) < number(build)) return;
    build = news.build;
    if (news.reload || shows(news.files || [])) { reload(news.to); return; }
    if (news.styles && news.styles.length) swap(news.styles);
    var was = JSON.stringify([state.problems, state.remarks, state.lost]);
    if (JSON.stringify(news.problems) !== JSON.stringify(state.problems)) state.folded = false;
    state.problems = news.problems;
    state.remarks = news.remarks || [];
    state.stays = news.stays;
    state.lost = false;
    if (JSON.stringify([state.problems, state.remarks, state.lost]) !== was) draw();
  }

  function lose() {
    if (reloading || state.lost) return;
    state.lost = true;
    draw();
  }

  function address(more) {
    return "/_sitegen/events?page=" + encodeURIComponent(page) + "&etag=" + etag + "&build=" + build + more;
  }

  function listen() {
    source = new EventSource(address(""));
    source.onmessage = function (event) { hear(JSON.parse(event.data)); };
    source.onerror = function () { setTimeout(function () { if (source && source.readyState !== 1) lose(); }, EVERY); };
  }

  function ask() {
    fetch(address("&once=1")).then(function (answer) { return answer.json(); }).then(hear).catch(lose);
  }

  // A browser opens six connections to a server. A tab that nobody looks at lets go of its own, and where many are in
  // sight, the first few listen and the others ask.
  function connect() {
    if (source || timer || letGo || reloading || document.visibilityState === "hidden") return;
    if (!navigator.locks) { listen(); return; }
    timer = setInterval(function () { ask(); claim(0); }, EVERY);
    claim(0);
  }

  // One after the other: whoever asked for all at once would take them from those who ask at the same time.
  function claim(number) {
    if (number === TABS || letGo || !timer) return;
    navigator.locks.request("sitegen-preview-" + number, { ifAvailable: true }, function (lock) {
      if (!lock) { claim(number + 1); return undefined; }
      if (letGo || !timer) return undefined;
      clearInterval(timer);
      listen();
      return new Promise(function (resolve) { letGo = resolve; });
    });
  }

  function disconnect() {
    if (source) source.close();
    if (letGo) letGo();
    clearInterval(timer);
    source = letGo = null;
    timer = 0;
  }

  restore();
  connect();
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") disconnect(); else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
})();
