// In this article: marks all passages of one person, and steps from each to the next.
// Who is marked stands in the address (?highlight=ID), so that it can be handed on.
(function () {
  "use strict";
  const article = document.querySelector(".article");
  const panel = document.getElementById("inthis");
  if (!article || !panel) return;
  const KEY = "highlight";
  const right = getComputedStyle(article).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const left = right === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  let active = null;

  function element(name, style, ...parts) {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...parts);
    return made;
  }

  function button(text, act, more) {
    const made = element("button", "", text, ...(more ? [element("span", "vh", more)] : []));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  const people = Array.from(panel.querySelectorAll("[data-who]"), function (line) {
    const name = line.querySelector("bdi").textContent;
    const steps = Array.from(line.querySelectorAll(".steps a[href^='#']"), (link) => link.hash.slice(1));
    const person = { line, name, who: line.dataset.who, ids: steps.concat((line.dataset.rest || "").split(" ")), at: -1 };
    person.ids = person.ids.filter((id) => document.getElementById(id));
    person.toggle = button("Highlight", () => (active === person ? stop(true) : start(person)), " " + name);
    person.toggle.setAttribute("aria-pressed", "false");
    line.querySelector(".steps").append(person.toggle);
    return person;
  });

  // Words are seen with their marks, which stand round the element that bears their id.
  function seen(words) {
    const around = words.parentElement;
    return words.hasAttribute("data-quote") && around.matches(".said, .told") && !around.dataset.quote ? around : words;
  }

  function passages(person) {
    // Whoever speaks for somebody is not who is named by links to that page.
    const page = person.ids.includes(person.who) ? null : person.line.querySelector("a:not([href^='#'])");
    const found = person.ids.map((id) => seen(document.getElementById(id)));
    for (const id of person.ids) found.push(...Array.from(article.querySelectorAll("[data-quote='" + id + "']"), seen));
    if (page) {
      for (const link of article.querySelectorAll("a.m")) if (link.href === page.href) found.push(link);
    }
    return found;
  }

  function remember() {
    const address = new URL(location.href);
    address.searchParams.delete(KEY);
    if (active) address.searchParams.set(KEY, active.who);
    if (active && active.at >= 0) address.hash = active.ids[active.at];
    try {
      history.replaceState(null, "", address);
    } catch {
      // Not every browser lets an address on disk change.
    }
  }

  function tell() {
    const { ids, at, status } = active, target = document.getElementById(ids[at]);
    const block = target && target.closest(".text [id^=p]");
    const of = at < 0 ? (ids.length === 1 ? "1 passage" : ids.length + " passages") : at + 1 + " of " + ids.length;
    status.replaceChildren(of, element("span", "vh", block ? ", paragraph " + block.id.slice(1) : ""));
    for (const other of article.querySelectorAll(".now")) other.classList.remove("now");
    if (target) seen(target).classList.add("now");
    return target;
  }

  function go(to) {
    const count = active.ids.length;
    active.at = (to + count) % count;
    tell().scrollIntoView({ block: "center" });
    remember();
  }

  function start(person) {
    stop(false);
    active = person;
    person.at = -1;
    for (const passage of passages(person)) passage.classList.add("lit");
    article.classList.add("stepping");
    person.toggle.setAttribute("aria-pressed", "true");
    person.status = element("span", "position");
    person.status.setAttribute("role", "status");
    person.stepper = element(
      "div", "stepper", element("b", "", element("bdi", "", person.name)),
      button("Previous", () => go(person.at < 0 ? -1 : person.at - 1), " passage"),
      person.status,
      button("Next", () => go(person.at + 1), " passage"),
      button("Done", () => stop(true)),
    );
    person.stepper.setAttribute("role", "group");
    person.stepper.setAttribute("aria-label", "Passages of " + person.name);
    person.stepper.addEventListener("keydown", keys);
    person.line.append(person.stepper);
    tell();
    remember();
  }

  // With ``back``, the reader goes on where the steps led, or where they began.
  function stop(back) {
    if (!active) return;
    const { stepper, toggle, ids, at } = active, inside = stepper.contains(document.activeElement);
    stepper.remove();
    toggle.setAttribute("aria-pressed", "false");
    article.classList.remove("stepping");
    for (const passage of article.querySelectorAll(".lit, .now")) passage.classList.remove("lit", "now");
    active = null;
    if (!back) return;
    remember();
    if (inside) {
      const target = at < 0 ? toggle : document.getElementById(ids[at]);
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") stop(true);
    else if (event.key === right || event.key === "ArrowDown") go(active.at + 1);
    else if (event.key === left || event.key === "ArrowUp") go(active.at < 0 ? -1 : active.at - 1);
    else return;
    event.preventDefault();
  }

  // A step of the panel, or any link to a passage.
  function follow() {
    const at = active ? active.ids.indexOf(location.hash.slice(1)) : -1;
    if (at < 0) return;
    active.at = at;
    tell();
  }

  addEventListener("hashchange", follow);
  const asked = new URLSearchParams(location.search).get(KEY);
  const person = people.find((each) => each.who === asked);
  if (person) {
    start(person);
    follow();
  }
})();
