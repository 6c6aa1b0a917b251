import { notFound } from 'next/navigation';

/** Every address without a page, so that its answer stands within the navigation. */
export default function MissingPage() {
  notFound();
}
