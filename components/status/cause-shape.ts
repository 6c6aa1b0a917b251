export type CauseWords = {
  /** A few words, for tables. */
  title: string;
  meaning: string;
  remedy: string;
  /** The remedy asks the customer for access: the page adds Microsoft's rule against pressing for it. */
  asksCustomer?: true;
};
