// The search of the page. Every word has to begin a word of a record; "words in marks" follow one
// another; -word must not be there. Letters are folded as the program folds them.
(() => {
  "use strict";
  const { letters, dj } = JSON.parse(document.getElementById("letters").textContent);
  const withoutItsLetter = new RegExp(dj, "g");
  const one = (selector, of = document) => of.querySelector(selector);
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];

  // The folded text, and where in the original each of its letters begins.
  function fold(text) {
    let made = "";
    const starts = [];
    for (let at = 0; at < text.length; ) {
      const character = String.fromCodePoint(text.codePointAt(at));
      const plain = Object.hasOwn(letters, character) ? letters[character] : character.toLowerCase();
      for (let n = 0; n < plain.length; n++) starts.push(at);
      made += plain;
      at += character.length;
    }
    starts.push(text.length);
    const kept = [];
    let end = 0;
    for (const found of made.matchAll(withoutItsLetter)) {
      for (; end <= found.index; end++) kept.push(end);
      end = found.index + found[0].length;
    }
    for (; end < made.length; end++) kept.push(end);
    return {
      text: kept.map((at) => made[at]).join(""),
      starts: [...kept.map((at) => starts[at]), text.length],
    };
  }

  function terms(query) {
    const parts = fold(query).text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g);
    return [...parts]
      .map(([, minus, phrase, word]) => ({ not: Boolean(minus), words: (phrase ?? word).trim() }))
      .filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
      .map(({ not, words }) => {
        const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
        return { not, sought: new RegExp(`(?<![\\p{L}\\p{N}])${escaped}`, "gu") };
      });
  }

  // What a record says, without the paragraphs around its passages.
  function nodesOf(record) {
    const walker = document.createTreeWalker(record, NodeFilter.SHOW_ALL, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      const context = node.nodeType === Node.ELEMENT_NODE && node.matches(".context");
      return context ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  const sections = all("main > section").map((section) => ({
    section,
    link: one(`nav a[href="#${section.id}"]`),
    count: one("[data-count]", section),
    records: all(".record", section),
  }));
  for (const each of sections) each.told = each.count.textContent;
  const groups = all(".of-article, .contest, .group");
  const box = one("#search");
  const told = one("#search-told");
  const texts = new Map();
  const SPACE = " ";

  function textOf(record) {
    if (!texts.has(record)) {
      const words = nodesOf(record).map((node) => node.data);
      texts.set(record, fold(words.join(SPACE)).text);
    }
    return texts.get(record);
  }

  const MOST_LIT = 400;

  function light(records, sought) {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    const lit = new Highlight();
    for (const record of records.slice(0, MOST_LIT)) {
      for (const node of nodesOf(record)) {
        const { text, starts } = fold(node.data);
        for (const each of sought) {
          for (const found of text.matchAll(each)) {
            const range = new Range();
            range.setStart(node, starts[found.index]);
            range.setEnd(node, starts[found.index + found[0].length]);
            lit.add(range);
          }
        }
      }
    }
    if (lit.size) CSS.highlights.set("found", lit);
  }

  function search() {
    const asked = terms(box.value);
    const searching = asked.length > 0;
    document.body.classList.toggle("searching", searching);
    const found = [];
    for (const { section, link, count, records, told } of sections) {
      let number = 0;
      for (const record of records) {
        const fits = asked.every(({ not, sought }) => textOf(record).search(sought) >= 0 !== not);
        record.hidden = !fits;
        if (fits) number += 1;
        if (fits && searching) found.push(record);
      }
      const here = records.length > 0;
      count.textContent = searching && here ? `${number} of ${records.length}` : told;
      section.hidden = searching && number === 0;
      link.parentElement.hidden = section.hidden;
    }
    for (const group of groups) {
      const shown = one(".record:not([hidden])", group) !== null;
      group.hidden = !shown;
      const head = one(":scope > .head", group);
      if (head) head.hidden = !shown;
    }
    told.textContent = !searching ? "" : found.length ? `${found.length} found` : "nothing is found";
    light(found, asked.filter(({ not }) => !not).map(({ sought }) => sought));
  }

  function seek(words) {
    box.value = words;
    search();
  }

  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 60);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") seek("");
    if (event.key === "Enter") one("main").scrollIntoView();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  for (const name of all(".find")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "find";
    button.title = "Find it in this page";
    button.textContent = name.textContent;
    name.replaceWith(button);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.find");
    if (button) {
      seek(`"${button.textContent.replaceAll('"', " ")}"`);
      box.focus();
      one("main").scrollIntoView();
    }
  });

  // What a link leads to is shown, whatever is searched for.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      seek("");
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", reveal);

  one("#search-box").hidden = false;
  document.documentElement.classList.add("scripted");
})();
