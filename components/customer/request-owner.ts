/** null when it was saved, else what to tell the person. */
export async function requestOwner(tenantId: string, personId: string | null): Promise<string | null> {
  try {
    const response = await fetch(`/api/v1/customers/${tenantId}/owner`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    if (response.ok) return null;
    // Errors of our API are problem details (RFC 9457).
    return ((await response.json()) as { detail?: string }).detail ?? 'It was not saved.';
  } catch {
    return 'The server did not answer. Try again in a moment.';
  }
}
