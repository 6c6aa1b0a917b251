const CREATED = 201;

export type Sent = { kind: 'imported' | 'refused' | 'cancelled'; words: string };

export type Sending = { ended: Promise<Sent>; cancel: () => void };

/** Sends one file to our own API. Only XMLHttpRequest tells how far an upload is. */
export function sendFile(file: File, moved: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const ended = new Promise<Sent>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      moved(total === 0 ? 0 : loaded / total),
    );
    request.upload.addEventListener('load', () => moved(1));
    request.addEventListener('load', () => resolve(sentOf(request)));
    request.addEventListener('abort', () =>
      resolve({ kind: 'cancelled', words: 'cancelled; nothing was imported.' }),
    );
    request.addEventListener('error', () =>
      resolve({ kind: 'refused', words: 'the server did not answer. Nothing is known to be imported.' }),
    );
  });
  const query = new URLSearchParams({
    name: file.name.slice(-200),
    written: new Date(file.lastModified).toISOString(),
  });
  request.open('POST', `/api/v1/imports?${query}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { ended, cancel: () => request.abort() };
}

function sentOf({ status, responseText }: XMLHttpRequest): Sent {
  try {
    // Answers of our API are an import or problem details (RFC 9457).
    const body = JSON.parse(responseText) as { detail?: string; period?: string; customers?: number };
    if (status >= 400) return { kind: 'refused', words: `nothing was imported. ${body.detail ?? ''}` };
    const what = `${body.period ?? ''}, customers: ${body.customers ?? ''}`;
    return {
      kind: 'imported',
      words: `${status === CREATED ? 'imported' : 'was imported before'} (${what}).`,
    };
  } catch {
    return { kind: 'refused', words: 'the server gave an answer that cannot be read.' };
  }
}
