// What our checks ask of a page. Each function returns a list of what is wrong; Python calls them by name.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const shown = (e) => e.checkVisibility({ checkVisibilityCSS: true }) && !e.closest("[inert]");
  const called = (e) => {
    const attributes = [...e.attributes].slice(0, 3).map(({ name, value }) => ` ${name}="${value}"`);
    return `<${e.tagName.toLowerCase()}${attributes.join("")}>`;
  };
  const usable = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const ticked = (e) => e.matches("[type=radio], [type=checkbox]");

  // How an element looks, as far as the focus may change it; of a tick box, the drawn box counts.
  const dressed = (e) => {
    const styles = [getComputedStyle(e)];
    if (ticked(e) && e.labels[0]) styles.push(getComputedStyle(e.labels[0], "::before"));
    return styles.map((s) => [s.outline, s.boxShadow, s.backgroundColor, s.textDecorationLine].join()).join();
  };

  return {
    tree() {
      const faults = [];
      for (const one of ["h1", "main"]) {
        if (all(one).length !== 1) faults.push(`${all(one).length} <${one}>`);
      }
      const names = all("nav").map((e) => e.getAttribute("aria-label"));
      if (new Set(names).size < names.length || names.includes(null)) faults.push(`navs are called ${names}`);
      let before = 0;
      for (const heading of all("h1, h2, h3, h4, h5, h6").filter(shown)) {
        const level = Number(heading.tagName[1]);
        if (before && level > before + 1) faults.push(`${called(heading)} follows an h${before}`);
        before = level;
      }
      return faults;
    },

    // Each way in which text is printed here: its letters, and whatever may lie behind them.
    prints() {
      const plain = ["rgba(0, 0, 0, 0)", "none", "1", "static", "none", "normal"].join();
      const behind = new Map([[null, ""]]);
      const layers = (e) => {
        if (!behind.has(e)) {
          const s = getComputedStyle(e);
          const layer = [s.backgroundColor, s.backgroundImage, s.opacity, s.position, s.filter, s.mixBlendMode].join();
          behind.set(e, (layer === plain ? "" : `${layer} over `) + layers(e.parentElement));
        }
        return behind.get(e);
      };
      const printed = (e) => e.matches(usable) || [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
      const prints = all("body *").filter((e) => printed(e) && shown(e)).map((e) => {
        const s = getComputedStyle(e);
        return `${[s.color, s.fontSize, s.fontWeight, s.textShadow].join()} on ${layers(e)}`;
      });
      return [...new Set(prints)];
    },

    // What a person may read and use here, and as what: what a screen reader is told of, wherever it stands.
    offered() {
      const roles = (e) => [...e.attributes].map(({ name, value }) => `${name}=${value}`);
      const how = (e) => {
        const written = ["::before", "::after"].map((part) => getComputedStyle(e, part).content);
        return [e.tagName, shown(e), ...written, ...roles(e)].join();
      };
      return all("body *").map(how);
    },

    // A link within a sentence is as high as its line, and may be (WCAG 2.5.8).
    targets(smallest) {
      const faults = [];
      for (const e of all(usable).filter(shown)) {
        const inSentence =
          getComputedStyle(e).display === "inline" && e.parentElement.innerText.trim() !== e.innerText.trim();
        if (inSentence || e.matches(".govuk-skip-link")) continue;
        const { width, height } = (ticked(e) && e.labels[0] ? e.labels[0] : e).getBoundingClientRect();
        if (width < smallest || height < smallest) faults.push(`${called(e)} is ${width} by ${height}`);
      }
      return faults;
    },

    lowControls(least) {
      return all(".govuk-button, .govuk-input, .govuk-select")
        .filter((e) => shown(e) && e.getBoundingClientRect().height < least)
        .map((e) => `${called(e)} is ${e.getBoundingClientRect().height} high`);
    },

    errors() {
      const summary = document.querySelector(".govuk-error-summary");
      if (!summary) return ["there is no error summary"];
      const faults = [];
      if (!summary.contains(document.activeElement)) faults.push("the focus is not on the error summary");
      for (const link of all("a", summary)) {
        const field = document.getElementById(link.hash.slice(1));
        const asked = [field, field?.closest("fieldset")];
        const ids = asked.flatMap((e) => (e?.getAttribute("aria-describedby") ?? "").split(" "));
        const said = ids.map((id) => document.getElementById(id)).filter((e) => e?.matches(".govuk-error-message"));
        if (!field) faults.push(`${link.hash} is not on the page`);
        const words = link.lastChild.textContent.trim(); // after the name of its row, in a list of rows
        if (field && !said.some((e) => e.textContent.includes(words)))
          faults.push(`${link.hash} is not described by "${words}"`);
      }
      const messages = all(".govuk-error-message").length;
      const links = all("a", summary).length;
      if (messages !== links) faults.push(`${messages} messages, and ${links} links to them`);
      return faults;
    },

    language() {
      const faults = [];
      const { lang, dir } = document.documentElement;
      if (!lang || !["ltr", "rtl"].includes(dir)) faults.push(`lang="${lang}" dir="${dir}"`);
      if (getComputedStyle(document.body).direction !== dir) faults.push("the page is not shown in its direction");
      for (const box of all("textarea, input[type=text]:not([inputmode])")) {
        if (box.dir !== "auto") faults.push(`${called(box)} forces a direction upon people's words`);
      }
      for (const e of all("body [lang]")) if (!e.lang) faults.push(`${called(e)} has an empty language`);
      return faults;
    },

    // Back to the top, wherever a banner or an error summary has taken the focus.
    start() {
      window.stops = [];
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    },

    // Where the focus stands now; `again` when Tab has come round.
    stop() {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const again = window.stops.includes(e);
      if (!again) window.stops.push(e);
      const { x, y, width, height } = e.getBoundingClientRect();
      const points = [[2, 2], [1, 1], [3, 1], [1, 3], [3, 3]].map(([i, j]) => [x + (width * i) / 4, y + (height * j) / 4]);
      const seen = points.filter((point) => {
        const hit = document.elementFromPoint(...point);
        return hit && (e.contains(hit) || hit.contains(e) || [...(e.labels ?? [])].some((label) => label.contains(hit)));
      });
      const order = all("*").indexOf(e);
      return { again, order, name: called(e), tabindex: e.tabIndex, seen: seen.length, dressed: dressed(e) };
    },

    undressed() {
      return window.stops.map((e) => {
        e.blur();
        return dressed(e);
      });
    },

    missed() {
      const radios = new Set(window.stops.filter((e) => e.type === "radio").map((e) => e.name));
      const reached = (e) => window.stops.includes(e) || (e.type === "radio" && radios.has(e.name));
      return all(usable)
        .filter((e) => shown(e) && !e.disabled && e.tabIndex >= 0 && !reached(e))
        .map((e) => `${called(e)} is not reached`);
    },

    // What scrolls on purpose can be reached and scrolled by keys; what is hidden from sight is not cut off.
    cutOff() {
      const faults = [];
      const fine = ".govuk-visually-hidden, .govuk-skip-link, .table thead *, .table thead, textarea, select, select *, svg, svg *";
      for (const e of all("body *").filter((each) => shown(each) && !each.matches(fine))) {
        const s = getComputedStyle(e);
        const cuts = [s.overflowX, s.overflowY].some((how) => ["hidden", "clip"].includes(how));
        const overflows = e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1;
        if (cuts && overflows && e.textContent.trim()) faults.push(`${called(e)} is cut off`);
        const { left, right, width } = e.getBoundingClientRect();
        if (!width || e.closest("[role=region][tabindex='0']")) continue;
        if (right > innerWidth + 1) faults.push(`${called(e)} ends at ${Math.round(right)} of ${innerWidth}`);
        if (left < -1) faults.push(`${called(e)} begins at ${Math.round(left)}`);
      }
      const wide = document.documentElement.scrollWidth;
      if (wide > innerWidth) faults.push(`the page is ${wide} wide, and the window ${innerWidth}`);
      return faults;
    },

    forcedColours() {
      const faults = [];
      const edge = (s) =>
        ["Top", "Right", "Bottom", "Left"].some(
          (side) => parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Color`] !== s.backgroundColor,
        );
      for (const e of all(".govuk-button, .govuk-input, .govuk-textarea, .govuk-select, .govuk-tag").filter(shown)) {
        if (!edge(getComputedStyle(e))) faults.push(`${called(e)} has no edge`);
      }
      const steps = ["done", "now", "next"].map((state) => document.querySelector(`.tracker__step--${state}`));
      const rings = steps.filter(Boolean).map((e) => {
        const s = getComputedStyle(e, "::before");
        return [s.backgroundColor, s.borderTopColor, s.borderTopWidth].join();
      });
      if (new Set(rings).size < rings.length) faults.push("two states of the tracker look the same");
      return faults;
    },

    motion() {
      const moves = (s) =>
        (s.animationName !== "none" && parseFloat(s.animationDuration) > 0) ||
        s.transitionDuration.split(",").some((time) => parseFloat(time) > 0) ||
        s.scrollBehavior === "smooth";
      return all("*")
        .filter((e) => [null, "::before", "::after"].some((part) => moves(getComputedStyle(e, part))))
        .map((e) => `${called(e)} moves`);
    },

    // A row that is deleted settles nothing, so that the end of the request must do.
    settle() {
      window.settled = new Promise((done, fail) => {
        document.addEventListener("htmx:afterRequest", () => setTimeout(done, 200), { once: true });
        setTimeout(() => fail(new Error("htmx asked for nothing")), 10000);
      });
    },

    listen() {
      const status = document.querySelector("#status[role=status]");
      window.news = [];
      const hear = () => status.textContent.trim() && window.news.push(status.textContent.trim());
      new MutationObserver(hear).observe(status, { childList: true, characterData: true, subtree: true });
    },

    paste([selector, words]) {
      const box = document.querySelector(selector);
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", words);
      const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      if (box.dispatchEvent(paste)) document.execCommand("insertText", false, words);
      return box.value;
    },
  };
})()
