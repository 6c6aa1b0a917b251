import { PGlite } from '@electric-sql/pglite';
import { useSimpleCompiler } from './simple-compiler.ts';

/** A program of its own: making a database takes far more memory than using it, and only once. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: embedded-create FOLDER');
useSimpleCompiler();
const database = await PGlite.create({ dataDir: folder });
await database.close();
