// Picks out the bands of a name by tap and keyboard, says whom they lead to, and the band of a row of the table.
(function () {
  "use strict";
  var figure = document.querySelector(".network");
  if (!figure) return;
  var said = document.createElement("p");
  said.className = "picked";
  said.setAttribute("role", "status");
  figure.querySelector(".plot").after(said);

  // Names of any script keep their direction.
  function sayName(end) {
    said.append(end.querySelector("bdi").cloneNode(true));
  }

  function pick(end) {
    var before = figure.querySelector(".end.on");
    if (before && before !== end) before.classList.remove("on");
    said.textContent = "";
    if (!end) return;
    var key = end.classList[1];
    end.classList.add("on");
    sayName(end);
    figure.querySelectorAll(".end.of-" + key).forEach(function (partner, number) {
      said.append(number ? ", " : key.charAt(0) === "f" ? " about " : ", talked about by ");
      sayName(partner);
    });
  }

  function endOf(event) {
    return event.target.closest && event.target.closest(".end");
  }

  // Nothing hovers under a finger: the first tap picks out, the second follows the link.
  var touched = false;
  figure.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
  });
  figure.addEventListener("click", function (event) {
    var end = endOf(event);
    if (!touched || !end) return;
    touched = false;
    if (end.dataset.tapped !== undefined) return;
    event.preventDefault();
    figure.querySelectorAll("[data-tapped]").forEach(function (other) { delete other.dataset.tapped; });
    end.dataset.tapped = "";
    pick(end);
  });
  document.addEventListener("click", function (event) {
    if (!endOf(event)) pick(null);
  });
  figure.addEventListener("focusin", function (event) {
    if (!touched && endOf(event)) pick(endOf(event));
  });
  figure.addEventListener("focusout", function () {
    if (!touched) pick(null);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") pick(null);
  });

  document.querySelectorAll(".edges tr[class]").forEach(function (row) {
    var band = figure.querySelector("." + row.className.replace("row", "band"));
    ["mouseenter", "focusin"].forEach(function (kind) {
      row.addEventListener(kind, function () { band.classList.add("on"); });
    });
    ["mouseleave", "focusout"].forEach(function (kind) {
      row.addEventListener(kind, function () { band.classList.remove("on"); });
    });
  });
})();
