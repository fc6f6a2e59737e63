/**
 * What an element says of itself: by its tag, role, class and id, that what is in it is not the article's.
 */
import type { Reason } from '../draft.ts';
import type { Branch, Tree } from './tree.ts';

/** An element that is no part of the article, with what kind. */
export interface Zone {
  readonly branch: Branch;
  readonly reason: Reason;
  /** `told` by its markup beyond doubt, or `named` so by a class. */
  readonly sure: boolean;
}

/** For each branch the zone that it is in, the innermost that has a reason better than `unsure`. */
export type Zones = ReadonlyMap<Branch, Zone>;

/**
 * Find the zones of a page. An element that holds a good part of what is held to be the article is no zone, whatever its name.
 * @param weight how many characters of the article are in a branch
 */
export function zonesOf(tree: Tree, weight: (branch: Branch) => number): Zones {
  const zones = new Map<Branch, Zone>();
  const all = Math.max(1, weight(tree.root));
  for (const branch of tree.branches) {
    const above = branch.parent && zones.get(branch.parent);
    const own = ownZone(branch);
    const share = weight(branch) / all;
    // What is called an advert, comments or buttons is rarely something else; menus and sidebars give their names to frames.
    const most = own && /^(?:advert|comment|share)$/.test(own.reason) ? 0.5 : 0.25;
    const zone = own && share < most && !(above && own.reason === 'unsure') ? own : above;
    if (zone) zones.set(branch, zone);
  }
  return zones;
}

/** What was found of each branch: a page's zones are asked for with several weights. */
const known = new WeakMap<Branch, Zone | 'none'>();

function ownZone(branch: Branch): Zone | undefined {
  let zone = known.get(branch);
  if (zone === undefined) known.set(branch, (zone = zoneOf(branch) ?? 'none'));
  return zone === 'none' ? undefined : zone;
}

function zoneOf(branch: Branch): Zone | undefined {
  const named = reasonByName(nameOf(branch));
  const told = reasonByTag(branch);
  if (told === undefined) return named && { branch, reason: named, sure: unmistakable.test(nameOf(branch)) };
  return { branch, reason: told === 'unsure' ? (named ?? told) : told, sure: true };
}

const byTag: ReadonlyMap<string, Reason> = new Map([
  ['nav', 'navigation'],
  ['menu', 'navigation'],
  ['select', 'navigation'],
  ['button', 'navigation'],
  ['input', 'navigation'],
  ['textarea', 'navigation'],
  ['dialog', 'navigation'],
  ['form', 'navigation'],
  ['aside', 'unsure'],
  ['footer', 'footer'],
]);

const byRole: ReadonlyMap<string, Reason> = new Map([
  ['navigation', 'navigation'],
  ['search', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['toolbar', 'navigation'],
  ['tablist', 'navigation'],
  ['dialog', 'navigation'],
  ['alertdialog', 'navigation'],
  ['banner', 'navigation'],
  ['button', 'navigation'],
  ['complementary', 'unsure'],
  ['contentinfo', 'footer'],
]);

function reasonByTag(branch: Branch): Reason | undefined {
  const { tag } = branch;
  if (tag === 'header' && !isWithin(branch, ['article', 'main', 'section'])) return 'navigation';
  // What a quotation or a picture is from.
  if (tag === 'footer' && isWithin(branch, ['blockquote', 'figure'])) return undefined;
  if (branch.attribute('itemprop') === 'comment') return 'comment';
  return byTag.get(tag) ?? byRole.get(branch.attribute('role')?.toLowerCase() ?? '');
}

export function isWithin(branch: Branch, tags: readonly string[]): boolean {
  for (let at = branch.parent; at; at = at.parent) if (tags.includes(at.tag)) return true;
  return false;
}

/** Names that say what a page has or does, not what an element is. */
const ofThePage = /^(?:has|no|not|with|without|js|is|show|hide|enable|disable|single|postid|page|logged)-/;

/** Tag, class names and id as words divided by `-`, between spaces. */
function nameOf({ tag, attribute }: Branch): string {
  // Many ids are made of a heading's own words: “meta-analysis”, “related-work”.
  const id = /^(?:h[1-6]|p|li|dt|dd|a|span|section|article|t[drh]|pre|figure)$/.test(tag) ? '' : (attribute('id') ?? '');
  const names = `${attribute('class') ?? ''} ${id}`;
  if (names === ' ' && !tag.includes('-')) return '';
  const words = (tag.includes('-') ? `${tag} ${names}` : names)
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_:]+/g, '-')
    .replace(/-{2,}/g, '-')
    .split(/[ \t\n]+/)
    .filter((name) => !ofThePage.test(name));
  return words.length > 0 ? ` ${words.join(' ')} ` : '';
}

const words = (list: string): RegExp => new RegExp(`[ -](?:${list})(?=[ -])`);

const parts = (list: string): RegExp => new RegExp(`(?<![^-])(?:${list})(?![^-])`, 'g');

/** The first that fits counts. */
const names: readonly (readonly [Reason, RegExp])[] = [
  ['comment', parts('comments?|commentlist|commentary-list|disqus|respond|replies|reply|livefyre|discussion|shoutbox|user-reviews')],
  [
    'share',
    parts(
      'share|shares|sharing|sharedaddy|sharebar|sharethis|addthis|addtoany|a2a|social|socials|social-?media|sociable|follow|follow-?us|retweet|tweet-button|' +
        'like-?button|whatsapp|pinterest|print-?button|email-?article|jp-relatedposts-share',
    ),
  ],
  [
    'advert',
    parts(
      'ads?|advert|adverts|advertising|advertisement|advertorial|adsbygoogle|adslot|ad-?unit|ad-?container|dfp|gpt|sponsor|sponsors|sponsored|newsletters?|' +
        'subscribe|subscription|signup|sign-?up|mailchimp|mc4wp|opt-?in|promo|promos|promotion|promobox|donate|donation|cta|call-to-action|paywall|' +
        'regwall|app-?banner|membership|affiliate',
    ),
  ],
  [
    'related',
    parts(
      'related|relateds|related-?posts|related-?articles|relatedposts|recommend|recommended|recommendations?|recirc|recirculation|outbrain|taboola|' +
        'read-?more|read-?next|read-?also|up-?next|most-?read|most-?viewed|most-?popular|popular|trending|more-?stories|more-?news|more-?from|more-?on|' +
        'latest|latest-?news|you-?may|also-?like|see-?also-?links|teasers?|post-?nav|next-?article|prev-?next|jp-relatedposts|zergnet|yarpp|crp|' +
        'further-?reading-?links|top-?stories|top-?news|onward|sidebar|side-?bar|rail|right-?rail|widget-?area|widgets|secondary',
    ),
  ],
  [
    'player',
    parts(
      'player|jwplayer|jw-player|vjs|video-?js|videojs|audio-?player|video-?player|mejs|podcast-?player|listen|text-?to-?speech|brightcove|controls',
    ),
  ],
  [
    'navigation',
    parts(
      'nav|navs|navi|navbar|navigation|main-?menu|menus?|menubar|breadcrumbs?|pagination|pager|paging|skip|skip-?links?|skiplink|sitemap|toolbar|topbar|' +
        'masthead|site-?header|page-?header-?nav|search-?form|searchform|searchbox|login|log-?in|signin|cookies?|cookie-?banner|consent|gdpr|ccpa|onetrust|' +
        'popup|modal|overlay|lightbox|toc|table-?of-?contents|tags|tag-?list|tagcloud|tag-?links|post-?tags|entry-?tags|article-?tags|cat-?links|categories|' +
        'topics|keywords|language-?switch|lang-?switch|language-?selector|languages|back-?to-?top|scroll-?top|noprint|no-?print|editsection|mw-editsection|' +
        'mw-jump-link|navbox|catlinks|printfooter|accessibility-?links|rating|ratings|votes|poll|quiz-?nav|hotkeys',
    ),
  ],
  [
    'footer',
    parts(
      'footer|site-?footer|page-?footer|colophon|copyright|imprint|author-?bio|author-?box|about-?author|about-?the-?author|bio|post-?author|authorbox',
    ),
  ],
  [
    'metadata',
    parts(
      'byline|bylines|by-?line|dateline|date-?line|timestamp|time-?stamp|pubdate|pub-?date|publish-?date|published-?on|post-?date|posted-?on|entry-?date|article-?date|' +
        'entry-?meta|post-?meta|article-?meta|meta|post-?info|article-?info|author|authors|author-?name|reading-?time|read-?time|dates?|published|updated|' +
        'last-?updated|credits-?line|vcard',
    ),
  ],
];

/** Words that say nothing of what an element holds: they may stand beside a name of furniture. */
const neutral = new Set(
  (
    'container wrapper wrap box block section sections area module modules bar buttons button btn btns icon icons link links list lists item items inner outer top bottom ' +
    'left right center main site page pages post posts article articles story stories entry content contents body header head heading title titles text label labels ' +
    'form row col cols column columns panel card cards unit units slot slots tool tools sticky fixed small large big mobile desktop tablet group grid holder ' +
    'region component element field fields view views image images img avatar info details description name names date time count counter number and the ' +
    'by of in for to on our this us now here global local primary secondary first last new more all default inline floating print email mail facebook twitter x ' +
    'linkedin instagram youtube reddit telegram rss feed notice banner prompt message msg tag toggle open close closed collapse collapsed dropdown ' +
    'wp td gh js ui app web html amp cms node field blog news home front end start full wide narrow light dark horizontal vertical footer header nav thread threads ' +
    'template embed widget widgets editor tasty recipe recipes media object input submit placeholder loaded lazy video audio html5'
  ).split(' '),
);
/** Names that nothing else has: of services, and of what readers wrote. */
const unmistakable = words(
  'comments?|commentlist|comment-list|disqus|livefyre|sharedaddy|sharethis|addthis|addtoany|adsbygoogle|mailchimp|mc4wp|outbrain|taboola|zergnet|yarpp|' +
    'onetrust|mw-editsection|mw-jump-link|navbox|catlinks|printfooter',
);
const reasons = new Map<string, Reason | 'none'>();

/** The reason of a name: of one of its classes that is all of furniture, not of one that is half of it, as “share-price”. */
function reasonByName(name: string): Reason | undefined {
  if (!name) return undefined;
  let reason = reasons.get(name);
  if (reason === undefined) {
    reason = 'none';
    let best = names.length;
    for (const token of name.trim().split(' ')) {
      const place = placeOf(token);
      if (place < best) [best, reason] = [place, names[place]![0]];
    }
    if (reasons.size > 20_000) reasons.clear();
    reasons.set(name, reason);
  }
  return reason === 'none' ? undefined : reason;
}

/** Which of the names a class fits, every part of it; their number where it fits none. */
function placeOf(token: string): number {
  let rest = token;
  let place = names.length;
  for (const [n, [, pattern]] of names.entries()) {
    const without = rest.replace(pattern, '');
    if (without !== rest && place === names.length) place = n;
    rest = without;
  }
  if (place === names.length) return place;
  // Short parts and those with digits are a system's own.
  return rest.split('-').every((part) => part.length < 3 || neutral.has(part) || /\d/.test(part)) ? place : names.length;
}

/** Whether an element is called one of these, as words divided by `-`. */
export function isCalled(branch: Branch, pattern: RegExp): boolean {
  const name = nameOf(branch);
  return name !== '' && pattern.test(name);
}

export const kickerNames = words(
  'kicker|eyebrow|overline|section-?label|section-?name|topline|rubric|article-?section|article-?category|post-?category|category-?label|category',
);
export const standfirstNames = words(
  'standfirst|stand-?first|dek|deck|subtitle|sub-?title|subheadline|sub-?headline|subhead|sub-?heading|subheading|strapline|article-?summary|' +
    'article-?intro|article-?description|article-?lead|article-?teaser-?text|abstract-?line|tagline|excerpt|summary',
);
export const pullQuoteNames = words('pull-?quote|pullquote|quote-?pull|pull-?out|pullout|quote-?box|pq|callout-?quote');
/** What is shown on some screens alone. */
export const versionNames = words(
  'mobile|desktop|tablet|phone|small-?only|large-?only|responsive|caption|wp-caption-text|gallery-caption|(?:hidden|visible|show|hide)-(?:xs|sm|md|lg|for|on)|' +
    'print-?only|screen-?reader-text|sr-only|visually-?hidden',
);
export const titleNames = words('post-title|entry-title|article-title|headline');
