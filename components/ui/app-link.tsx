import type { ComponentProps } from 'react';

type AppLinkProps = ComponentProps<'a'> & {
  href: string;
  /** Whether the page behind it is shown from its top. */
  scroll?: boolean;
};

/**
 * A link inside the product: FollowLinks shows the page behind it without loading everything anew. Its words may be a
 * customer's own, of either direction.
 */
export const AppLink = ({ scroll = true, children, ...props }: AppLinkProps) => (
  <a data-stay={scroll ? undefined : ''} dir="auto" {...props}>
    {children}
  </a>
);
