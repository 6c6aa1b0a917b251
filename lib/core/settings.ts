/** What an administrator decides while the product runs. Who we are, and by what it reads, is configuration. */
export const SETTINGS = {
  /** How long an attested link may count at most. */
  attestationDays: { usual: 365, least: 1, most: 366 },
  /** How long a link counts that was read on a person's behalf: nobody else can read it again. */
  ownLinkDays: { usual: 31, least: 1, most: 366 },
  /** From how many subscriptions on it alone an identity is warned about. */
  heavyLinkSubscriptions: { usual: 10, least: 2, most: 10_000 },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingName, number>>;

// The names of the table above, which no one adds to.
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const isSettingName = (text: string): text is SettingName => Object.hasOwn(SETTINGS, text);

export const USUAL_SETTINGS: Settings = {
  attestationDays: SETTINGS.attestationDays.usual,
  ownLinkDays: SETTINGS.ownLinkDays.usual,
  heavyLinkSubscriptions: SETTINGS.heavyLinkSubscriptions.usual,
};
