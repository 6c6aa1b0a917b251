type Log = (facts: Record<string, unknown>, message: string) => void;

export type Logger = { debug: Log; info: Log; warn: Log; error: Log };
