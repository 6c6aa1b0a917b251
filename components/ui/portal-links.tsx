import { Icon } from './icon.tsx';

type PortalLinksProps = { label: string; links: readonly { href: string; name: string }[] };

/** Pages of the Azure portal, each in a tab of its own. */
export const PortalLinks = ({ label, links }: PortalLinksProps) => (
  <span className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
    <span>{label}</span>
    {links.map(({ href, name }) => (
      <a
        key={href}
        href={href}
        target="_blank"
        rel="noreferrer"
        className="link inline-flex items-center gap-1"
      >
        {name}
        <Icon name="open" className="size-3.5" />
      </a>
    ))}
  </span>
);
