import type { PersonChange } from '#lib/queries/schemas/people.ts';

/** null when it was saved, else what to tell the person. */
export async function requestPersonChange(change: PersonChange): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/settings/people', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
    if (response.ok) return null;
    // Errors of our API are problem details (RFC 9457).
    return ((await response.json()) as { detail?: string }).detail ?? 'It was not saved.';
  } catch {
    return 'The server did not answer. Try again in a moment.';
  }
}
