/**
 * Fetches scripts beside the page and runs them, in their order, once it is on the screen: words and style then have a
 * phone's processor for themselves. A tab in the background, a hidden frame and a page that scripts have yet to draw (Next
 * marks it) are not painted, and some browsers do not tell when they paint: these do not wait for it. Browsers get this
 * function as text, so it uses nothing around it.
 */
export function startWhenPainted(names: readonly string[]): void {
  const longestWaitMs = 2000;
  const own = document.currentScript;
  const address = own?.getAttribute('src') ?? '';
  const addresses = names.map((name) => address.slice(0, address.lastIndexOf('/') + 1) + name);
  const fetchAhead = (href: string) => {
    const link = document.createElement('link');
    link.nonce = own?.nonce ?? '';
    Object.assign(link, { rel: 'preload', as: 'script', fetchPriority: 'low', href });
    document.head.append(link);
  };
  const run = (src: string) => {
    const script = document.createElement('script');
    Object.assign(script, { src, async: false });
    document.head.append(script);
  };
  let hasStarted = false;
  const start = () => {
    if (!hasStarted) addresses.forEach(run);
    hasStarted = true;
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
  const isEmpty = document.documentElement.id === '__next_error__';
  if (isEmpty || document.visibilityState === 'hidden' || window !== window.top) return start();
  addresses.forEach(fetchAhead);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenDrawn);
  else whenDrawn();
  setTimeout(start, longestWaitMs);
}
