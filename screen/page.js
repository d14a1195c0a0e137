// Clicks inside our HTML become Gradio events; copying, scrolling and the theme stay in the page.
window.screenPage = (() => {
  const WITH_FORMS = ["confirm", "describe", "leave"];
  let lastChip = null;

  function toast(button, words) {
    const before = button.textContent;
    button.textContent = words;
    setTimeout(() => { button.textContent = before; }, 1600);
  }

  async function copy(button) {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    toast(button, button.dataset.copied);
  }

  function markActive(payload) {
    document.querySelectorAll("[data-event='cite']").forEach((other) => {
      other.classList.toggle("active", other.dataset.payload === payload);
    });
  }

  function listen(element, trigger, events) {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button") || event.target.closest("[data-event]");
      if (!button || !element.contains(button)) return;
      if (button.dataset.copy !== undefined) copy(button);
      if (button.dataset.back) back();
      if (!events.includes(button.dataset.event)) return;
      if (button.dataset.event === "cite" && !button.closest(".pane")) {
        lastChip = button;
        markActive(button.dataset.payload);
      }
      const payload = JSON.parse(button.dataset.payload);
      if (button.dataset.from) payload.text = document.getElementById(button.dataset.from).value;
      if (WITH_FORMS.includes(button.dataset.event)) payload.forms = readForms();
      trigger(button.dataset.event, payload);
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target.closest(".pane")) back();
    });
  }

  // What is typed into the open forms, by document and field.
  function readForms() {
    const forms = {};
    document.querySelectorAll("[data-form]").forEach((form) => {
      const values = {};
      form.querySelectorAll("[name]").forEach((field) => { values[field.name] = field.value; });
      forms[form.dataset.form] = values;
    });
    return forms;
  }

  function showForm() {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const forms = document.querySelectorAll("[data-form]");
      const form = forms[forms.length - 1];
      if (!form) return;
      form.scrollIntoView({ behavior: "smooth", block: "start" });
      form.querySelector("[name]").focus({ preventScroll: true });
    }));
  }

  function shownPane() {
    return [...document.querySelectorAll(".pane")].find((pane) => pane.offsetParent !== null);
  }

  // Bring the marked span into view; on a narrow page the pane is below, so scroll to it,
  // on a wide one as little as shows the span.
  function showSource() {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const pane = shownPane();
      if (!pane) return;
      const mark = showMark(pane);
      if (window.innerWidth <= 960) {
        const far = mark && mark.offsetTop - pane.offsetTop + mark.offsetHeight > window.innerHeight - 140;
        (far ? mark : pane).scrollIntoView({ behavior: "smooth", block: far ? "center" : "start" });
      } else if (mark) {
        mark.scrollIntoView({ behavior: "smooth", block: "nearest" });
      }
      pane.focus({ preventScroll: true });
    }));
  }

  // The title stays in sight unless the mark would not.
  function showMark(pane) {
    const mark = pane.querySelector("mark");
    const box = pane.closest(".source-column") || pane;
    box.scrollTop = 0;
    if (mark && box.scrollHeight > box.clientHeight) {
      const place = mark.getBoundingClientRect();
      const top = place.top - box.getBoundingClientRect().top;
      if (top + place.height > box.clientHeight - 40) box.scrollTop = Math.max(0, top - box.clientHeight / 3);
    }
    return mark;
  }

  function back() {
    const chip = lastChip && lastChip.isConnected ? lastChip : document.querySelector(".turn[data-latest] .chip");
    if (!chip) return;
    chip.scrollIntoView({ behavior: "smooth", block: "center" });
    chip.focus({ preventScroll: true });
  }

  function showLatest() {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const turn = document.querySelector(".turn[data-latest]");
      if (turn) turn.scrollIntoView({ behavior: "smooth", block: "start" });
      const chip = turn && turn.querySelector(".chip");
      if (chip) markActive(chip.dataset.payload);
      const pane = shownPane();
      if (pane) showMark(pane);
    }));
  }

  function setLanguage(language) {
    document.documentElement.lang = language === "en" ? "en" : "vi";
  }

  const RESTORED_WITHIN_MS = 15000;

  // What is done before the page stands as it was kept would be drawn over; nothing waits for ever.
  function beginRestore() {
    const tabs = document.getElementById("tabs");
    tabs.inert = true;
    tabs.setAttribute("aria-busy", "true");
    setTimeout(endRestore, RESTORED_WITHIN_MS);
  }

  function endRestore() {
    const tabs = document.getElementById("tabs");
    tabs.inert = false;
    tabs.removeAttribute("aria-busy");
    document.documentElement.dataset.restored = "";
  }

  function restoreTheme() {
    const kept = localStorage.getItem("khuyen-cong-theme");
    if (kept) document.body.classList.toggle("dark", kept === "dark");
  }

  function switchTheme() {
    const dark = document.body.classList.toggle("dark");
    localStorage.setItem("khuyen-cong-theme", dark ? "dark" : "light");
  }

  function download(id) {
    setTimeout(() => {
      const button = document.getElementById(id);
      const link = button && (button.tagName === "A" ? button : button.querySelector("a") || button);
      if (link) link.click();
    }, 150);
  }

  return {
    listen, download, showSource, showLatest, showForm, setLanguage, beginRestore, endRestore, restoreTheme, switchTheme,
  };
})();
