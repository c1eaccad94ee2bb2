// The terminal has the keys from the start, and the way back has them when it has ended.
window.addEventListener("load", () => {
  const terminal = document.querySelector(".xterm-helper-textarea");
  const again = document.querySelector(".left a");
  const ended = () => document.body.classList.contains("-closed");
  const focus = () => (ended() ? again : terminal).focus();
  new MutationObserver(() => ended() && focus()).observe(document.body, {
    attributeFilter: ["class"],
  });
  window.addEventListener("focus", focus);
  focus();
});
