import type { PageContent, Part } from '../../model/page-content.js';

/** The book with the titles for its running heads that the editors have said, by the ids of divisions; `volume` is that of the volume. */
export function withShortTitles(content: PageContent, said: Readonly<Record<string, string>>): PageContent {
  if (Object.keys(said).length === 0) return content;
  const titled = (part: Part): Part => {
    const shortTitle = said[part.id];
    return { ...part, ...(shortTitle === undefined ? {} : { shortTitle }), parts: part.parts.map(titled) };
  };
  return { ...content, runningTitle: said['volume'] ?? content.runningTitle, parts: content.parts.map(titled) };
}

/** The ids of short titles that no division of a volume has. */
export function unknownShortTitles({ parts }: PageContent, said: Readonly<Record<string, string>>): readonly string[] {
  const ids = new Set(['volume']);
  const walk = (part: Part): void => {
    ids.add(part.id);
    part.parts.forEach(walk);
  };
  parts.forEach(walk);
  return Object.keys(said).filter((id) => !ids.has(id));
}
