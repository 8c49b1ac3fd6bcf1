// The search page: asks the index of this site (Pagefind), narrows by kind, person and year, and keeps all that is
// asked in the address. Whatever it shows is made of text, never of markup.
(function () {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form) return;
  const box = form.elements.q, root = form.dataset.root;
  const ENTITIES = ["Person", "Organisation", "Place"];
  const KINDS = ["Article", ...ENTITIES, "Direct quotation", "Quotation partly in marks", "Reported quotation", "Page"];
  const FACETS = { kind: "Kind", person: "Person", year: "Year" };
  // Results shown at once; people offered; words of a quotation, and of a longer text, that are shown; quotations shown
  // under their article; and results that are looked through at once for any that can be shown.
  const STEP = 20, MOST_PEOPLE = 15, SAID = 70, TOLD = 34, INSIDE = 3, FURTHEST = 200;
  const NO_INDEX = "This site has no index of its full text, or it cannot be read here. The lists below lead to all of it.";
  const FROM_DISK = "Opened from disk, a page cannot read the index: searching the full text needs a web server. The lists below need none.";

  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }
  function bdi(text) { return make("bdi", "", text); }
  function link(url, ...children) {
    const element = make("a", "", ...children);
    element.href = root + url;
    return element;
  }
  function button(text, pressed) {
    const element = make("button", "", text);
    element.type = "button";
    element.hidden = true;
    element.addEventListener("click", pressed);
    return element;
  }

  const said = form.nextElementSibling, lists = document.querySelector(".lookup");
  const list = make("ol", "results rows");
  const more = button("Show more", () => show(true));
  const clear = button("Clear filters", () => {
    for (const facet in FACETS) state[facet] = [];
    ask(true);
    box.focus();
  });
  const facets = make("div", "facets");
  const parts = {};
  for (const facet in FACETS) {
    const title = make("span", "", FACETS[facet]);
    const choices = make("div", "choices");
    parts[facet] = { title, choices, whole: make("details", "", make("summary", "", title), choices) };
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-label", FACETS[facet]);
    facets.append(parts[facet].whole);
  }
  facets.append(clear);
  facets.hidden = true;
  form.append(facets);
  said.after(list, more);

  let state = asked(), order = [], shown = 0, turn = 0, waiting = 0, index = null;

  function asked() {
    const query = new URLSearchParams(location.search);
    return { q: query.get("q") || "", kind: query.getAll("kind"), person: query.getAll("person"), year: query.getAll("year") };
  }
  function address() {
    const query = new URLSearchParams();
    if (state.q) query.append("q", state.q);
    for (const facet in FACETS) for (const value of state[facet]) query.append(facet, value);
    const text = query.toString();
    return text ? "?" + text : location.pathname;
  }
  function ask(anew) {
    clearTimeout(waiting);
    const there = address();
    if (there !== (location.search || location.pathname)) history[anew ? "pushState" : "replaceState"](null, "", there);
    search();
  }

  function load() {
    index = index || (async () => {
      const pagefind = await import(new URL(root + "pagefind/pagefind.js", document.baseURI).href);
      await pagefind.options({ ranking: { metaWeights: { title: 6, names: 4, article: 0.2, day: 0.2, by: 0.5 } } });
      await pagefind.init();
      // So that it counts how many results each choice would leave.
      await pagefind.filters();
      return pagefind;
    })();
    return index;
  }

  async function search() {
    const mine = ++turn, q = state.q.trim();
    if (location.protocol === "file:") return say(FROM_DISK);
    if (!q && !Object.keys(FACETS).some((facet) => state[facet].length)) return wipe("");
    form.setAttribute("aria-busy", "true");
    if (lists) lists.hidden = true;
    try {
      const pagefind = await load();
      const filters = {};
      for (const facet in FACETS) if (state[facet].length) filters[facet] = { any: state[facet] };
      const found = await pagefind.search(q || null, { filters });
      if (q && found.results.length && !(await isMeant(found.results[0], q))) found.results = [];
      const first = q ? await namesakes(pagefind, q, filters) : [];
      if (mine !== turn) return;
      const before = new Set(first.map((each) => each.id));
      order = [...first, ...found.results.filter((each) => !before.has(each.id))];
      await show(false, found);
    } catch (_) {
      index = null;
      if (mine === turn) wipe(NO_INDEX);
    } finally {
      if (mine === turn) form.removeAttribute("aria-busy");
    }
  }

  // Of a word that nothing begins with, Pagefind finds what begins as it does, be it by a single letter: that is no
  // result. Where the best one is of that kind, all are; one that shares a stem with what was asked is not.
  async function isMeant(result, q) {
    const data = await result.data(), near = nearTo([data.content, ...Object.values(data.meta)].join(" "));
    return bare(fold(q)).every(near);
  }
  // Returns what tells of a word whether the text has one that begins as it does.
  function nearTo(text) {
    const folded = fold(text), there = [...folded.split(/[^\p{L}\p{N}]+/u), ...bare(folded)];
    return (word) => {
      const shared = word.slice(0, Math.max(1, Math.floor(word.length * 0.55)));
      return there.some((each) => each.startsWith(shared));
    };
  }
  function bare(text) { return text.replace(/[^\p{L}\p{N}\s]+/gu, "").split(/\s+/).filter(Boolean); }

  // Whoever is called exactly what was asked for comes before everything else.
  async function namesakes(pagefind, q, filters) {
    const kinds = state.kind.length ? state.kind.filter((kind) => ENTITIES.includes(kind)) : ENTITIES;
    if (!kinds.length) return [];
    const found = await pagefind.search(q, { filters: { ...filters, kind: { any: kinds } } });
    const near = found.results.slice(0, STEP);
    const read = await Promise.all(near.map((each) => each.data()));
    const exact = near.map((each, number) => [each, read[number]]).filter(([, data]) => called(data).includes(fold(q)));
    exact.sort((one, other) => rank(one[1]) - rank(other[1]));
    return exact.map(([each]) => each);
  }
  function called(data) { return [data.meta.title, ...(data.meta.names || "").split("; ")].map(fold); }
  function rank(data) { return ENTITIES.indexOf(kindOf(data)) - (fold(data.meta.title) === fold(state.q) ? 0.5 : 0); }
  function kindOf(data) { return data.filters.kind[0]; }
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase().split(/\s+/).join(" ").trim();
  }

  async function show(further, found) {
    const mine = turn, from = further ? shown : 0, read = [];
    more.hidden = true;
    for (let at = from, looked = 0; at < order.length && read.length < STEP && looked < FURTHEST;) {
      const batch = order.slice(at, at + STEP - read.length);
      const fit = (await Promise.all(batch.map((each) => each.data()))).map((data) => isWanted(data) && data);
      if (mine !== turn) return;
      // An article has all the kinds of its quotations: whether one of them is of the person too, and has the words, it
      // tells when it is read.
      order.splice(at, batch.length, ...batch.filter((_, number) => fit[number]));
      read.push(...fit.filter(Boolean));
      at = from + read.length;
      looked += batch.length;
    }
    if (!further) { offer(found); list.replaceChildren(); shown = 0; }
    if (lists) lists.hidden = order.length > 0;
    const q = fold(state.q);
    // An index knows words by their stems: what has the very words comes before what has others of the same stem.
    const literal = read.map((data) => called(data).includes(q) ? 2 : +fold([data.meta.title, data.content].join(" ")).includes(q));
    const places = [...read.keys()].sort((one, other) => literal[other] - literal[one] || one - other);
    const rows = places.map((place) => row(read[place]));
    list.append(...rows);
    shown += read.length;
    more.hidden = shown >= order.length;
    tally();
    if (further && rows.length) rows[0].querySelector("a").focus();
  }
  function tally() {
    const total = order.length.toLocaleString("en");
    const asking = state.q.trim() ? ["for “", bdi(state.q.trim()), "”"] : ["with these filters"];
    if (!order.length) {
      say("No results ", ...asking, clear.hidden || !state.q.trim() ? "." : " with these filters.");
    } else {
      const some = shown < order.length ? shown + " of " : "";
      say(some + total + (order.length === 1 ? " result " : " results "), ...asking, some ? " are shown." : ".");
    }
  }
  function say(...words) { said.replaceChildren(...words); }
  function wipe(words) {
    order = []; shown = 0;
    list.replaceChildren();
    more.hidden = facets.hidden = true;
    if (lists) lists.hidden = false;
    form.removeAttribute("aria-busy");
    say(words);
  }

  function row(data) {
    const kind = kindOf(data), meta = data.meta, words = wordsOf(data);
    if (/quotation/i.test(kind)) {
      return quotation({ ...meta, kind, url: data.raw_url, speaker: meta.title, own: data.filters.own, words });
    }
    const about = make("p", "meta", make("span", "", kind));
    for (const each of [meta.by, meta.day]) if (each) about.append(make("span", "", bdi(each)));
    const text = data.content === meta.title ? [] : [make("p", "excerpt", ...excerpt(words, TOLD))];
    const made = make("li", "", make("p", "title", link(data.raw_url, bdi(meta.title))), ...text, about);
    const inside = insideOf(data).map(quotation), quotations = make("ol", "inside", ...inside.slice(0, INSIDE));
    const rest = inside.slice(INSIDE);
    if (inside.length) made.append(quotations);
    if (rest.length) {
      const others = button(`and ${rest.length.toLocaleString("en")} more`, () => {
        quotations.append(...rest);
        others.remove();
        rest[0].querySelector("a").focus();
      });
      others.hidden = false;
      made.append(others);
    }
    return made;
  }

  function quotation(said) {
    const about = make("p", "meta", make("span", "", said.kind)), who = make("p", "who", make("b", "", bdi(said.speaker)));
    if (said.day) who.append(" ", make("span", "soft", said.day));
    if (said.by) about.append(make("span", "", bdi(said.by)));
    if (said.article) about.append(make("span", "", bdi(said.article)));
    if (said.own) about.append(link("quotes/" + said.url.split("#")[1] + "/", "Why it is attributed so"));
    const part = said.kind[0] === "D" ? "said-part" : "told-part";
    // Without what leads into them, reported words read as if they had been said, or owned to.
    const lead = said.lead ? [make("span", "lead-in", said.lead), " "] : [];
    return make("li", "", who, make("p", "words-line", link(said.url, ...lead, make("span", part, ...excerpt(said.words, SAID)))), about);
  }

  function isWanted(data) {
    return !state.kind.length || state.kind.includes(kindOf(data)) || insideOf(data).length > 0;
  }

  // The quotations inside an article that are asked for: those of the chosen kinds and people in which a word was found,
  // those with more of the words first; or those whose speaker was asked for; or all where no words are.
  function insideOf(data) {
    const asked = bare(fold(state.q));
    if (!data.filters.inside || !(asked.length || state.kind.length || state.person.length)) return [];
    const words = wordsOf(data);
    const isAmong = (chosen, own) => !chosen.length || chosen.includes(own);
    const fit = JSON.parse(data.filters.inside[0])
      .filter(([, kind, , , person]) => isAmong(state.kind, kind) && isAmong(state.person, person))
      .map(([id, kind, parts, speaker, , lead, by]) => {
        const own = within(words, parts), found = own.filter((each) => each.hit).map((each) => bare(fold(each.text)).join());
        return { id, kind, speaker, lead, by, url: data.raw_url + "#" + id, words: own, found: new Set(found).size };
      });
    if (!asked.length) return fit;
    const told = fit.filter((each) => each.found);
    if (told.length) return told.sort((one, other) => other.found - one.found);
    return fit.filter((each) => bare(fold(each.speaker)).some((name) => asked.includes(name)));
  }

  // The words of a text as Pagefind counts them, between blanks or, in some languages, blanks without width; "start"
  // counts code points of the text. What stands for brackets is longer than they are.
  function wordsOf(data) {
    const text = [...data.content], hits = new Set(data.locations);
    const apart = data.raw_content.includes("\u200B") ? "\u200B" : " ";
    let at = 0;
    return data.raw_content.split(apart).map((raw, number) => {
      const start = at;
      for (let left = [...raw].length; left > 0; at++) left -= "<>".includes(text[at]) ? 4 : 1;
      const whole = text.slice(start, at).join("");
      if (apart === " ") at++;
      return { start, text: whole.trimEnd(), after: apart === " " || /\s$/.test(whole) ? " " : "", hit: hits.has(number) };
    });
  }

  // The words of a quotation among those of its article, without the marks and words that are not its own.
  function within(words, parts) {
    const made = [], asked = bare(fold(state.q));
    for (const [from, until] of parts) {
      if (made.length) made.push({ text: "…", after: " ", hit: false }), made[made.length - 2].after = " ";
      for (const word of words) {
        if (word.start >= until || word.start + word.text.length <= from) continue;
        const chars = [...word.text], first = Math.max(0, from - word.start), end = Math.min(chars.length, until - word.start);
        if (first >= end) continue;
        const text = chars.slice(first, end).join(""), cut = [...chars.slice(0, first), ...chars.slice(end)].join("");
        // In “We won”—he what was found may be the other word.
        const hit = word.hit && (!bare(cut).length || asked.some(nearTo(text)));
        made.push({ text, after: word.after, hit });
      }
    }
    return made;
  }

  // The words round those that were found, these marked; cut ends say so.
  function excerpt(words, most) {
    const starts = [...words.keys()].filter((at) => words[at].hit);
    let from = 0, best = 0;
    for (const start of words.length > most ? starts : []) {
      const held = starts.filter((at) => at >= start && at < start + most * 0.8).length;
      if (held > best) [from, best] = [start, held];
    }
    from = Math.max(0, Math.min(from - Math.floor(most / 6), words.length - most));
    const until = Math.min(words.length, from + most), made = [];
    let plain = from ? "… " : "";
    for (let at = from; at < until; at++) {
      if (words[at].hit) {
        made.push(plain, make("mark", "", words[at].text));
        plain = "";
      } else plain += words[at].text;
      if (at < until - 1) plain += words[at].after;
    }
    return [...made, until < words.length ? plain + " …" : plain];
  }

  function offer(found) {
    const focus = document.activeElement, kept = focus && focus.type === "checkbox" ? focus.name + "=" + focus.value : "";
    facets.hidden = !order.length && !Object.keys(FACETS).some((facet) => state[facet].length);
    for (const facet in FACETS) {
      const chosen = state[facet], counts = (chosen.length ? found.totalFilters : found.filters)[facet] || {};
      // Values come from the address as well: "constructor" is none of an object's own.
      const left = (value) => Object.prototype.hasOwnProperty.call(counts, value) ? counts[value] : 0;
      const values = Object.keys(counts).filter((value) => counts[value] && !chosen.includes(value));
      const compare = { kind: (a, b) => KINDS.indexOf(a) - KINDS.indexOf(b), year: (a, b) => b - a }[facet];
      values.sort(compare || ((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1)));
      const offered = facet === "person" ? values.slice(0, MOST_PEOPLE) : values;
      const choices = [...chosen, ...offered].map((value) => choice(facet, value, left(value)));
      if (offered.length < values.length) {
        choices.push(make("p", "soft", `${(values.length - offered.length).toLocaleString("en")} more: add a name to the words above.`));
      }
      parts[facet].choices.replaceChildren(...choices);
      parts[facet].whole.hidden = !choices.length;
      parts[facet].title.replaceChildren(FACETS[facet], ...(chosen.length ? [": ", make("b", "", bdi(chosen.join(", ")))] : []));
    }
    clear.hidden = !Object.keys(FACETS).some((facet) => state[facet].length);
    const again = kept && [...facets.querySelectorAll("input")].find((each) => each.name + "=" + each.value === kept);
    if (again) again.focus();
  }
  function choice(facet, value, count) {
    const input = make("input");
    Object.assign(input, { type: "checkbox", name: facet, value, checked: state[facet].includes(value) });
    input.addEventListener("change", () => {
      state[facet] = state[facet].filter((each) => each !== value).concat(input.checked ? [value] : []);
      ask(true);
    });
    return make("label", "", input, " ", bdi(value), " ", make("span", "soft", count.toLocaleString("en")));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    state.q = box.value;
    ask(true);
  });
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { state.q = box.value; ask(false); }, 250);
  });
  function restore() {
    state = asked();
    box.value = state.q;
    search();
  }
  addEventListener("popstate", restore);
  restore();
})();
