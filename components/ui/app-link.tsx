import type { ComponentProps } from 'react';

type AppLinkProps = ComponentProps<'a'> & {
  href: string;
  /** Whether the page behind it is shown from its top. */
  scroll?: boolean;
};

/** A link inside the product: FollowLinks shows the page behind it without loading everything anew. */
export const AppLink = ({ scroll = true, children, ...props }: AppLinkProps) => (
  <a data-stay={scroll ? undefined : ''} {...props}>
    {children}
  </a>
);
