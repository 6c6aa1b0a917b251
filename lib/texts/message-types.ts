import type { GetICUArgs } from '@schummar/icu-type-parser';

/** Texts of an area by their keys; a group of texts has keys of its own, joined by a dot. */
export type Messages = { readonly [key: string]: string | Messages };

/** The same keys with texts in another language. */
export type Translated<Tree extends Messages> = {
  readonly [Key in keyof Tree]: Tree[Key] extends Messages ? Translated<Tree[Key]> : string;
};

export type KeyOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${KeyOf<Tree[Key]>}`;
}[keyof Tree & string];

type At<Tree, Key extends string> = Key extends keyof Tree
  ? Tree[Key]
  : Key extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Tree
      ? At<Tree[Head], Rest>
      : never
    : never;

export type MessageAt<Tree, Key extends string> = Extract<At<Tree, Key>, string>;

/** Numbers are written by the message itself, as {count, number} or a plural, so that they are of its language. */
type ArgsOf<Message extends string> = GetICUArgs<
  Message,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: Date }
>;

type TagsOf<Message extends string> = Message extends `${string}</${infer Tag}>${infer Rest}`
  ? Tag | TagsOf<Rest>
  : never;

type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** What every one of some messages asks for. */
type AllArgs<Message extends string> = (
  Message extends unknown ? (args: ArgsOf<Message>) => void : never
) extends (args: infer Args) => void
  ? Args
  : never;

/** The values that a message asks for; none where it asks for none. */
export type ValuesOf<Message extends string> = keyof AllArgs<Message> extends never
  ? []
  : [values: Flat<AllArgs<Message>>];

/** The values, and what stands for its tags. */
export type RichValuesOf<Message extends string, Element> = Flat<
  AllArgs<Message> & { [Tag in TagsOf<Message>]: Element }
>;

type Plain<Key extends string, Message extends string> = [TagsOf<Message>] extends [never] ? Key : never;

/** A message with tags says nothing as plain text. */
export type PlainKeyOf<Tree> = {
  [Key in KeyOf<Tree>]: Plain<Key, MessageAt<Tree, Key>>;
}[KeyOf<Tree>];
