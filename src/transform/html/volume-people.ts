import type { Bibliography } from '../../metadata/bibliography.js';
import type { VolumePeople } from '../../model/people.js';
import type { Register } from './register.js';

/** The persons of a volume's register as data, by which a series joins them with those of its other volumes. */
export function volumePeople({ volume }: Pick<Bibliography, 'volume'>, register: Register): VolumePeople {
  return {
    volume: volume.id,
    title: volume.title,
    persons: register.persons.map(({ id, name, words }) => ({
      volume: volume.id,
      id,
      name,
      description: words,
      refs: register.agentOf(id)?.ids ?? [],
      appearances: register.appearancesOf(id).map(({ page, roles }) => {
        const date = page.content.attributes['data-date'];
        return { page: page.name, title: page.title, ...(date === undefined ? {} : { date }), roles };
      }),
    })),
  };
}
