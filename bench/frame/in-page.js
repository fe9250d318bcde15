// Runs in the page before anything of its own.
function drawn(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  });
}

window.bench = {
  /** When the first heading was drawn, in milliseconds from the start of the load. */
  heading: new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('main h1')) return;
      seen.disconnect();
      drawn(resolve);
    });
    seen.observe(document, { childList: true, subtree: true });
  }),

  /** From the next event of a kind until a property of what a selector finds has another value, and that is drawn. */
  until({ event, selector, property }) {
    const state = () => document.querySelector(selector)?.[property];
    const before = state();
    return new Promise((resolve) => {
      addEventListener(
        event,
        ({ timeStamp }) => {
          const look = () => {
            if (state() === before) requestAnimationFrame(look);
            else drawn((at) => resolve(at - timeStamp));
          };
          queueMicrotask(look);
        },
        { capture: true, once: true },
      );
    });
  },
};
