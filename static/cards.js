// A card at links to people, organisations and places, on hover, on focus and at the first tap.
// What it says comes from the card.js beside the page that the link leads to, also from disk.
(function () {
  "use strict";
  const own = document.currentScript;
  const main = document.querySelector("main");
  if (!main || !own) return;
  const root = new URL("../", own.src).pathname;
  const FOLDER = /^(people|organisations|places)\/(?!page-\d+\/)[^/]+\/(index\.html)?$/;
  const OPEN_AFTER = 300, CLOSE_AFTER = 250, GAP = 8, EDGE = 8, SCROLLED = 24;
  const loaded = new Map();
  let card = null;      // what is open, at which link, by which means
  let wanted = null;    // the link whose card is to open
  let dismissed = null; // the link at which Escape closed one, while it is pointed at
  let opening = 0, closing = 0, pointer = "";

  window.sitegen = window.sitegen || {};
  window.sitegen.card = function (told) {
    document.currentScript.told = told;
  };

  function named(target) {
    const link = target instanceof Element && target.closest("main a[href]");
    if (!link || link.host !== location.host || link.closest("nav, .trail, .card")) return null;
    const path = link.pathname;
    return path.startsWith(root) && FOLDER.test(path.slice(root.length)) && path !== location.pathname ? link : null;
  }

  function load(link) {
    const address = new URL("card.js", link.href).href;
    if (!loaded.has(address)) {
      loaded.set(address, new Promise(function (resolve) {
        const script = document.createElement("script");
        script.onload = script.onerror = function () {
          resolve(script.told);
          script.remove();
        };
        script.src = address;
        document.head.append(script);
      }));
    }
    return loaded.get(address);
  }

  function element(name, style, ...parts) {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...parts);
    return made;
  }

  const bdi = (text) => element("bdi", "", text);

  function anchor(href, base, ...parts) {
    const made = element("a", "", ...parts), url = new URL(href, base);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    made.href = url;
    return made;
  }

  function words(latest) {
    const line = element("p", "words-line");
    if (latest.lead) line.append(element("span", "lead-in", latest.lead), " ");
    latest.parts.forEach(function (part, number) {
      if (number) line.append(" ", element("span", "cut", "…"), " ");
      const runs = part.words.map((run, at) => (at % 2 ? element("span", "said", run) : run));
      line.append(element("span", latest.style + "-part", ...runs));
    });
    if (latest.cut) line.append(" ", element("span", "cut", "…"));
    line.dir = "auto";
    if (latest.language) line.lang = latest.language;
    return line;
  }

  function build(told, link) {
    const made = element("div", "card"), latest = told.latest;
    const who = element("div");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", "About " + told.name);
    who.id = "card-who";
    const name = anchor(".", link.href, bdi(told.name));
    const head = element("p", "card-name", name);
    if (told.life) head.append(" ", element("span", "soft small", told.life));
    who.append(...(told.what || []).map((role) => element("p", "", bdi(role))));
    if (told.figures) who.append(element("p", "soft", told.figures));
    made.append(head, who);
    if (latest) {
      const meta = element("p", "meta", element("span", "st " + latest.status, latest.checked));
      if (latest.by) meta.append(element("span", "", "said by ", bdi(latest.by)));
      meta.append(anchor(latest.href, link.href, latest.day + ", ", bdi(latest.title)));
      if (latest.state) meta.append(element("span", "", latest.state));
      made.append(words(latest), meta);
    }
    return made;
  }

  // Above the link, over what is read already; below it only where there is more room.
  function place(made, link, x) {
    const boxes = Array.from(link.getClientRects());
    const first = boxes[0], last = boxes[boxes.length - 1];
    const near = boxes.find((box) => x >= box.left && x <= box.right) || first;
    const view = document.documentElement;
    const above = first.top - GAP - EDGE, below = view.clientHeight - last.bottom - GAP - EDGE;
    const up = made.offsetHeight <= above || above >= below;
    made.style.maxHeight = Math.max(up ? above : below, 80) + "px";
    const width = made.offsetWidth, height = made.offsetHeight;
    const start = getComputedStyle(view).direction === "rtl" ? near.right - width : near.left;
    const left = Math.max(EDGE, Math.min(start, view.clientWidth - width - EDGE));
    const top = up ? first.top - GAP - height : last.bottom + GAP;
    made.style.left = made.style.top = "0px";
    const from = made.getBoundingClientRect();
    made.style.left = left - from.left + "px";
    made.style.top = top - from.top + "px";
  }

  async function open(link, means, x) {
    wanted = link;
    const told = await load(link);
    if (wanted !== link) return;
    if (!told) {
      // There is no card: a tap does what it always does.
      if (means === "touch") location.href = link.href;
      return;
    }
    close();
    wanted = link;
    const made = build(told, link);
    main.append(made);
    place(made, link, x);
    link.setAttribute("aria-describedby", "card-who");
    card = { made, link, means, y: scrollY };
  }

  function close() {
    clearTimeout(opening);
    clearTimeout(closing);
    wanted = null;
    if (!card) return;
    if (card.made.contains(document.activeElement)) card.link.focus({ preventScroll: true });
    card.link.removeAttribute("aria-describedby");
    card.made.remove();
    card = null;
  }

  function openSoon(link, means, x) {
    clearTimeout(opening);
    clearTimeout(closing);
    if (card && card.link === link) return;
    wanted = link;
    opening = setTimeout(open, OPEN_AFTER, link, means, x);
  }

  function closeSoon() {
    clearTimeout(opening);
    if (!card) wanted = null;
    clearTimeout(closing);
    closing = setTimeout(close, CLOSE_AFTER);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch" || event.buttons) return;
    const link = named(event.target);
    if (link !== dismissed) dismissed = null;
    if (link && !dismissed) openSoon(link, "mouse", event.clientX);
    else if (card && card.made.contains(event.target)) clearTimeout(closing);
    else if (!card || !(card.link === document.activeElement || card.made.contains(document.activeElement))) closeSoon();
  });
  document.documentElement.addEventListener("pointerleave", function (event) {
    if (event.pointerType !== "touch") closeSoon();
  });

  document.addEventListener("focusin", function (event) {
    const link = named(event.target);
    if (card && (card.made.contains(event.target) || card.link === link)) return;
    close();
    if (link && link.matches(":focus-visible")) openSoon(link, "focus", NaN);
  });

  document.addEventListener("pointerdown", function (event) {
    pointer = event.pointerType;
    if (card && !card.made.contains(event.target) && !card.link.contains(event.target)) close();
  });
  document.addEventListener("click", function (event) {
    const link = named(event.target);
    if (!link || event.defaultPrevented || (event.pointerType || pointer) !== "touch") return;
    if (!event.detail || (card && card.link === link)) return;
    event.preventDefault();
    open(link, "touch", event.clientX);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && wanted) {
      dismissed = wanted;
      close();
    }
    if (event.key !== "Tab" || !card) return;
    // Behind the link comes what is on its card, and then what follows the link.
    const links = card.made.querySelectorAll("a"), at = document.activeElement;
    if (at === card.link && !event.shiftKey) {
      event.preventDefault();
      links[0].focus({ preventScroll: true });
    } else if (at === links[0] && event.shiftKey) {
      event.preventDefault();
      card.link.focus({ preventScroll: true });
    } else if (at === links[links.length - 1] && !event.shiftKey) {
      close();
    }
  });

  addEventListener("scroll", function () {
    if (card && card.means !== "focus" && Math.abs(scrollY - card.y) > SCROLLED) close();
  }, { passive: true });
  addEventListener("resize", close);
  addEventListener("pagehide", close);
})();
