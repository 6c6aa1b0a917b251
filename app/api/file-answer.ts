import type { ExportedFile } from '#lib/queries/exports/export-list.ts';
import { streamText } from './stream-text.ts';

const TYPES: Record<ExportedFile['format'], string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file that is sent while it is made. */
export const fileAnswer = ({ name, format, bytes }: ExportedFile): Response =>
  new Response(streamText(bytes, 'file'), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
