/**
 * Starts scripts once the page is on the screen, in their order: words, style and font then share a phone's line and
 * processor with nothing else. A tab in the background and a hidden frame are never painted, and some browsers do not
 * tell when they paint: these do not wait for it. Browsers get this function as text, so it uses nothing around it.
 */
export function startWhenPainted(names: readonly string[]): void {
  const longestWaitMs = 2000;
  const own = document.currentScript?.getAttribute('src') ?? '';
  const folder = own.slice(0, own.lastIndexOf('/') + 1);
  let hasStarted = false;
  const start = () => {
    if (hasStarted) return;
    hasStarted = true;
    for (const name of names) {
      const script = document.createElement('script');
      script.src = folder + name;
      script.async = false;
      document.head.append(script);
    }
  };
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  const whenPainted = () => {
    if (isPainted() || !PerformanceObserver.supportedEntryTypes.includes('paint')) return start();
    const observer = new PerformanceObserver(() => {
      if (!isPainted()) return;
      observer.disconnect();
      start();
    });
    observer.observe({ type: 'paint', buffered: true });
  };
  const whenDrawn = () => requestAnimationFrame(() => requestAnimationFrame(whenPainted));
  if (document.visibilityState === 'hidden' || window !== window.top) return start();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenDrawn);
  else whenDrawn();
  setTimeout(start, longestWaitMs);
}
