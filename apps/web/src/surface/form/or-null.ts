/** A text as it is sent: nothing where nothing was written. */
export const orNull = (text: string): string | null => text.trim() || null;
