/**
 * What every page loads. All of it only improves HTML that works without it.
 */
import { keys } from './keys.ts';
import { land } from './land.ts';
import { layers } from './layers.ts';
import { lightNotes } from './light.ts';
import { notebook } from './notebook/begin.ts';
import { openNotes } from './open-notes.ts';
import { previews } from './preview.ts';
import { reading } from './reading.ts';

layers();
keys();
reading();
lightNotes();
openNotes();
previews();
land();
notebook();
