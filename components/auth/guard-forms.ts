import { tellSessionEnded } from '#components/live/session-end.ts';

const SESSION = '/api/v1/session';
const UNAUTHORIZED = 401;

const isLive = async (): Promise<boolean> => {
  try {
    return (await fetch(SESSION)).status !== UNAUTHORIZED;
  } catch {
    // The form itself will say that nobody answers.
    return true;
  }
};

/**
 * A plain form that is sent after the session has ended would leave the page, and with it what was typed: it is sent
 * only while there is a session. Gives the way to stop.
 */
export function guardForms(): () => void {
  const passed = new WeakSet<HTMLFormElement>();
  const guard = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || passed.has(form)) return;
    event.preventDefault();
    event.stopPropagation();
    void isLive().then((live) => {
      if (!live) return tellSessionEnded();
      passed.add(form);
      form.requestSubmit(event.submitter);
      passed.delete(form);
    });
  };
  window.addEventListener('submit', guard, { capture: true });
  return () => window.removeEventListener('submit', guard, { capture: true });
}
