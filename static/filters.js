// Narrows the quotations of a person's page by kind and years and groups them by topic; the address keeps the choice.
(function () {
  "use strict";
  const KINDS = { direct: "direct", mixed: "partly in marks", indirect: "reported" };
  const section = document.getElementById("quotations");
  if (!section) return;
  const groups = Array.from(section.querySelectorAll(":scope > .group"));
  const quotes = groups.flatMap((group) =>
    Array.from(group.querySelectorAll("[data-kind]"), (line) => ({
      line, group, kind: line.dataset.kind, year: (group.dataset.date || "").slice(0, 4),
    })));
  const kinds = Object.keys(KINDS).filter((kind) => quotes.some((quote) => quote.kind === kind));
  const years = Array.from(new Set(quotes.map((quote) => quote.year).filter(Boolean))).sort();
  const hasTopics = groups.length > 1 && section.querySelector("[data-topic]");

  const form = make("form", "filters");
  form.setAttribute("aria-label", "Filter quotations");
  form.autocomplete = "off";
  const choices = {};
  if (kinds.length > 1) choose("kind", "Kind", "all kinds", kinds.map((kind) => [kind, KINDS[kind]]));
  if (years.length > 1) {
    const named = years.map((year) => [year, String(Number(year))]);
    choose("from", "From", "the first", named);
    choose("to", "To", "the last", named);
  }
  if (hasTopics) choose("by", "Grouped by", "article", [["topic", "topic"]]);
  if (!form.children.length) return;
  const reset = make("button", "", "Show all");
  reset.type = "button";
  form.append(reset);
  const told = make("p", "found");
  told.setAttribute("role", "status");
  const byTopic = make("div", "");
  (section.querySelector(":scope > .years") || section.querySelector("h2")).after(form, told);
  section.append(byTopic);

  function make(name, style, text) {
    const element = document.createElement(name);
    if (style) element.className = style;
    if (text) element.textContent = text;
    return element;
  }

  function choose(name, label, all, options) {
    const select = make("select", "");
    select.name = name;
    select.append(...[["", all], ...options].map(([value, text]) => new Option(text, value)));
    const words = make("label", "", label);
    words.append(select);
    form.append(words);
    choices[name] = select;
  }

  function value(name) {
    return choices[name] ? choices[name].value : "";
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const name in choices) {
      choices[name].value = asked.get(name) || "";
      // An address can ask for what this page does not have.
      if (choices[name].selectedIndex < 0) choices[name].value = "";
    }
    show();
  }

  function write() {
    const asked = new URLSearchParams(location.search);
    for (const name in choices) {
      if (value(name)) asked.set(name, value(name));
      else asked.delete(name);
    }
    try {
      history.pushState(null, "", (String(asked) ? "?" + asked : location.pathname) + location.hash);
    } catch (error) {
      // Some browsers keep the addresses of files as they are.
    }
    show();
  }

  function show() {
    const kind = value("kind");
    let [from, to] = [value("from"), value("to")];
    if (from && to && from > to) [from, to] = [to, from];
    let shown = 0;
    quotes.forEach((quote) => {
      const fits = (!kind || quote.kind === kind) && (!from || quote.year >= from) && (!to || (quote.year && quote.year <= to));
      quote.line.hidden = !fits;
      if (fits) shown += 1;
    });
    groups.forEach((group) => { group.hidden = !group.querySelector("[data-kind]:not([hidden])"); });
    byTopic.replaceChildren();
    if (value("by") === "topic") regroup();
    const total = Number(section.dataset.total) || quotes.length;
    const here = quotes.length + (quotes.length === 1 ? " quotation" : " quotations");
    told.textContent = (shown === quotes.length ? here : shown + " of " + here) +
      (total > quotes.length ? " on this page; the list has " + total + ", and only this page is filtered" : "");
  }

  function regroup() {
    const topics = new Map();
    groups.filter((group) => !group.hidden).forEach((group) => {
      const named = Array.from(group.querySelectorAll("[data-topic]"), (topic) => [topic.dataset.topic, topic.textContent]);
      (named.length ? named : [["", "Without a topic"]]).forEach(([slug, name]) => {
        if (!topics.has(slug)) topics.set(slug, { name, copies: [], count: 0 });
        const topic = topics.get(slug);
        topic.copies.push(copy(group));
        topic.count += group.querySelectorAll("[data-kind]:not([hidden])").length;
      });
      group.hidden = true;
    });
    const sorted = Array.from(topics).sort(([a, one], [b, two]) => !a - !b || two.count - one.count || (one.name < two.name ? -1 : 1));
    byTopic.append(...sorted.map(([, topic]) => {
      const box = make("section", "topic"), title = make("h3", "", topic.name + " ");
      title.append(make("span", "soft", topic.count + (topic.count === 1 ? " quotation" : " quotations")));
      box.append(title, ...topic.copies);
      return box;
    }));
  }

  function copy(group) {
    const twin = group.cloneNode(true);
    twin.querySelectorAll("[hidden], .topics").forEach((each) => each.remove());
    twin.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    const title = twin.querySelector("h3"), lower = make("h4", "");
    lower.append(...title.childNodes);
    title.replaceWith(lower);
    return twin;
  }

  // Whoever follows a link to a quotation that is filtered away wants to see it.
  function reveal() {
    let anchor = "";
    try {
      anchor = decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      // No anchor of this page: its percent signs are no letters.
    }
    const target = document.getElementById(anchor);
    if (target && section.contains(target) && !target.getClientRects().length) {
      clear();
      target.scrollIntoView();
    }
  }

  function clear() {
    for (const name in choices) choices[name].value = "";
    write();
  }

  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", clear);
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  read();
  reveal();
})();
