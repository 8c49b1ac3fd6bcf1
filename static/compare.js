// Two speakers in two columns, and their names in the address. Without this script all of them follow each other.
(function () {
  "use strict";
  var place = document.getElementById("speakers");
  var groups = place ? Array.from(place.children) : [];
  if (groups.length < 2) return;

  var ids = groups.map(function (group) { return group.dataset.speaker; });
  var all = false;
  var query = "";

  function make(tag, text) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    return element;
  }

  function nameOf(id) { return groups[ids.indexOf(id)].querySelector("h3").textContent; }

  var form = make("form");
  form.className = "choose";
  form.setAttribute("aria-label", "Speakers side by side");

  function choice(text, name) {
    var label = make("label", text);
    var select = make("select");
    select.name = name;
    select.autocomplete = "off";
    groups.forEach(function (group) {
      var option = make("option");
      // Not its text: names that cannot be chosen on paper are no words of the page.
      option.label = nameOf(group.dataset.speaker) + " (" + group.dataset.quotations + ")";
      option.value = group.dataset.speaker;
      select.append(option);
    });
    label.append(select);
    form.append(label);
    return select;
  }

  function button(text) {
    var made = make("button", text);
    made.type = "button";
    acts.append(made);
    return made;
  }

  var left = choice("Left", "left");
  var right = choice("Right", "right");
  var acts = make("div");
  acts.className = "acts";
  form.append(acts);
  var swap = button("Swap sides");
  var everybody = button("Show everybody");
  var told = make("p");
  told.setAttribute("role", "status");
  form.append(told);

  function show(note) {
    var chosen = all ? ids : [left.value, right.value];
    place.classList.toggle("two", !all);
    // In the order of the columns, also for whoever hears the page.
    chosen.concat(ids).filter(function (id, at, list) { return list.indexOf(id) === at; }).forEach(function (id) {
      var group = groups[ids.indexOf(id)];
      group.hidden = chosen.indexOf(id) < 0;
      place.append(group);
    });
    swap.disabled = all;
    everybody.setAttribute("aria-pressed", String(all));
    // Seen where it says more than the two lists do.
    told.className = note || all ? "told" : "vh";
    told.textContent = (note || "") + (all
      ? "All speakers follow each other."
      : "Left: " + nameOf(left.value) + ". Right: " + nameOf(right.value) + ".");
  }

  function remember() {
    var address = new URL(location.href);
    address.searchParams.set("left", left.value);
    address.searchParams.set("right", right.value);
    address.hash = "";
    history.pushState(null, "", address);
    query = location.search;
  }

  function linked() { return groups.find(function (group) { return "#" + group.id === location.hash; }); }

  // The address says who; a link to one speaker puts that one at the left.
  function read() {
    var asked = new URLSearchParams(location.search);
    var group = linked();
    var missing = ["left", "right"].map(function (side) { return asked.get(side); })
      .filter(function (id) { return id && ids.indexOf(id) < 0; });
    var one = group ? group.dataset.speaker : asked.get("left");
    var other = asked.get("right");
    if (ids.indexOf(other) < 0) other = "";
    if (ids.indexOf(one) < 0) one = ids.find(function (id) { return id !== other; });
    if (!other || other === one) other = ids.find(function (id) { return id !== one; });
    left.value = one;
    right.value = other;
    query = location.search;
    all = false;
    show(missing.length ? "Not on this page: " + missing.join(", ") + ". " : "");
  }

  function chosen(select, other, before) {
    // Nobody stands beside themselves: the sides change places.
    if (select.value === other.value) other.value = before;
    all = false;
    remember();
    show();
  }

  var kept = { left: "", right: "" };
  form.addEventListener("change", function (event) {
    chosen(event.target, event.target === left ? right : left, kept[event.target.name]);
    keep();
  });
  function keep() { kept.left = left.value; kept.right = right.value; }

  swap.addEventListener("click", function () {
    var one = left.value;
    left.value = right.value;
    right.value = one;
    remember();
    show();
    keep();
  });
  everybody.addEventListener("click", function () {
    all = !all;
    show();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  // Also on the way to another anchor of the page, which changes nothing.
  window.addEventListener("popstate", function () {
    if (location.search === query && !linked()) return;
    read();
    keep();
  });

  place.before(form);
  read();
  keep();
})();
