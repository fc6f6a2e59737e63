/**
 * What every page loads. All of it only improves HTML that works without it.
 */
import { markFound } from './found.ts';
import { layers } from './layers.ts';
import { lightNotes } from './light.ts';
import { previews } from './preview.ts';

layers();
lightNotes();
previews();
markFound();
