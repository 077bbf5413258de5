import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { blocks, complete, group, guest, type Json, primitive, Session } from './dataverse-twin/session.js';
import { DataverseTwin, subjects, type User, users } from './dataverse-twin.js';

const session = new Session();

describe('API Tokens and Authentication', () => {
  it('knows a user by X-Dataverse-key, and by the parameter key', async () => {
    expect((await session.call('GET', 'users/:me')).json.data.identifier).toBe('@curator');
    const asked = await fetch(`${session.twin.origin}/api/v1/users/:me?key=${users.admin.token}`);
    expect(((await asked.json()) as Json).data.superuser).toBe(true);
  });

  it('refuses a token it does not know or that is worn out, and a guest where a user is needed', async () => {
    const refused = { status: 'ERROR', message: 'Bad API key' };
    const wrong = { ...guest, token: 'wrong' };
    expect(await session.call('GET', 'users/:me', { user: wrong })).toMatchObject({ status: 401, json: refused });
    expect((await session.call('GET', 'users/:me', { user: guest })).json).toEqual({
      status: 'ERROR',
      message: 'Only authenticated users can perform the requested operation',
    });
    expect((await session.create(complete, guest)).json.message).toBe(
      'User :guest is not permitted to perform requested action.',
    );
    const late = new DataverseTwin({ users: [{ ...users.curator, expires: session.now }], clock: () => session.now });
    await late.start();
    const answer = await fetch(`${late.origin}/api/users/:me`, { headers: { 'X-Dataverse-key': users.curator.token } });
    await late.stop();
    expect([answer.status, await answer.json()]).toEqual([401, refused]);
  });

  it('tells when a token ends (Users Token Management)', async () => {
    expect((await session.call('GET', 'users/token')).json.data.message).toMatch(/^Token 1{8}-.* expires on 2027-/);
  });
});

describe('Info, Dataverse Collections', () => {
  it('tells its version without a token (Show Dataverse Software Version)', async () => {
    expect((await session.call('GET', 'info/version', { user: guest })).json).toMatchObject({
      status: 'OK',
      data: { version: '6.2' },
    });
  });

  it('shows a collection by its alias (View a Dataverse Collection)', async () => {
    expect((await session.call('GET', 'dataverses/editions', { user: guest })).json.data).toMatchObject({
      alias: 'editions',
    });
    expect(await session.call('GET', 'dataverses/nowhere')).toMatchObject({
      status: 404,
      json: { status: 'ERROR', message: "Can't find dataverse with identifier='nowhere'" },
    });
    expect((await session.call('GET', 'dataverses/unpublished', { user: guest })).status).toBe(401);
  });

  it('goes on after a line that was cut within a request', async () => {
    const { hostname, port } = new URL(session.twin.origin);
    const line = connect(Number(port), hostname);
    line.write('POST /api/dataverses/editions/datasets HTTP/1.1\r\nHost: twin\r\nContent-Length: 99\r\n\r\n{"dataset');
    await new Promise((resolve) => setTimeout(resolve, 20));
    line.destroy();
    expect((await session.call('GET', 'info/version')).status).toBe(200);
    expect(session.twin.served.map(({ path }) => path)).toEqual(['/api/info/version']);
  });

  it('has no endpoint that it does not have', async () => {
    expect(await session.call('GET', 'nothing')).toMatchObject({ status: 404, json: { status: 'ERROR', code: 404 } });
    expect((await session.call('PATCH', 'dataverses/root')).status).toBe(405);
  });
});

describe('Create a Dataset in a Dataverse Collection', () => {
  it('answers 201 with the id and a DOI that is reserved for the draft', async () => {
    const { status, json } = await session.create();
    expect(status).toBe(201);
    expect(json.data.persistentId).toMatch(/^doi:10\.5072\/FK2\/[0-9A-Z]{6}$/);
    expect(session.twin.counts()).toMatchObject({
      datasets: 1,
      drafts: 1,
      releases: 0,
      dois: { reserved: 1, findable: 0 },
    });
    const version = (await session.call('GET', `datasets/${json.data.id}/versions/:draft`)).json.data;
    expect(version).toMatchObject({ versionState: 'DRAFT', license: { name: 'CC0 1.0' }, files: [] });
    expect(version).not.toHaveProperty('versionNumber');
    expect(version.metadataBlocks.citation.fields).toEqual(complete);
  });

  it.each([
    ['title', 'Title is required.'],
    ['author', 'Author Name is required.'],
    ['datasetContact', 'Point of Contact E-mail is required.'],
    ['dsDescription', 'Description Text is required.'],
    ['subject', 'Subject is required.'],
  ])('refuses one without %s with 403 (DatasetsIT, testAddEmptyDatasetViaNativeAPI)', async (name, message) => {
    const { status, json } = await session.create(complete.filter(({ typeName }) => typeName !== name));
    expect(status).toBe(403);
    expect(json.message).toMatch(/^Validation Failed: /);
    expect(json.message).toContain(`${message} (Invalid value:edu.harvard.iq.dataverse.DatasetField[ id=null ])`);
    expect(session.twin.counts().datasets).toBe(0);
  });

  it('refuses an address of mail that is none', async () => {
    const contact = group('datasetContact', primitive('datasetContactEmail', 'history'));
    const { status, json } = await session.create([
      ...complete.filter((f) => f.typeName !== 'datasetContact'),
      contact,
    ]);
    expect([status, json.message]).toEqual([403, expect.stringContaining('history is not a valid email address.')]);
  });

  it.each([
    ['an unknown field', primitive('heading', 'x'), "Can't find type 'heading'"],
    [
      'a subject of its own',
      { ...complete[4], value: ['History'] },
      "Value 'History' does not exist in type 'subject'",
    ],
    ['a field that should be repeated', { ...complete[4], multiple: false }, 'incorrect multiple   for field subject'],
    ['another class', { ...complete[0], typeClass: 'compound' }, 'incorrect  typeClass for field title'],
    ['a foreign child', group('author', primitive('title', 'x')), 'field title is not a child of author'],
    ['one alternative title (API Changelog, v6.1)', primitive('alternativeTitle', 'x'), 'incorrect multiple   for'],
  ])('refuses %s with 400 (JsonParser)', async (_, field, message) => {
    const { status, json } = await session.create([...complete, field]);
    expect([status, json.status]).toEqual([400, 'ERROR']);
    expect(json.message).toContain(`Error parsing the POSTed json into a dataset: ${message}`);
  });

  it('knows the fourteen subjects and two licences', async () => {
    expect(subjects.length).toBe(14);
    const given = await session.create(complete, users.curator, 'editions', { license: { name: 'CC BY 4.0' } });
    expect(given.status).toBe(201);
    const unknown = await session.create(complete, users.curator, 'editions', { license: 'CC BY 3.0' });
    expect(unknown.json.message).toContain('Invalid license: CC BY 3.0');
  });

  it('sees nothing without the header Content-type (API Changelog, v5.6)', async () => {
    const answer = await fetch(`${session.twin.origin}/api/dataverses/editions/datasets`, {
      method: 'POST',
      headers: { 'X-Dataverse-key': users.curator.token },
      body: JSON.stringify({ datasetVersion: blocks(complete) }),
    });
    expect([answer.status, ((await answer.json()) as Json).message]).toEqual([
      403,
      expect.stringContaining('Title is required.'),
    ]);
  });

  it('refuses a user without the permission with 401', async () => {
    expect(await session.create(complete, users.reader)).toMatchObject({
      status: 401,
      json: { message: 'User @reader is not permitted to perform requested action.' },
    });
  });
});

describe('Get JSON Representation, Get Version, List Versions of a Dataset', () => {
  it('names what it does not find', async () => {
    expect(await session.call('GET', 'datasets/:persistentId?persistentId=doi:10.5072/FK2/NONE')).toMatchObject({
      status: 404,
      json: { status: 'ERROR', message: 'Dataset with Persistent ID doi:10.5072/FK2/NONE not found.' },
    });
    expect((await session.call('GET', 'datasets/:persistentId/')).status).toBe(400);
    expect((await session.call('GET', 'datasets/99')).status).toBe(404);
    expect((await session.call('GET', 'datasets/x')).status).toBe(400);
    const { at } = await session.draft();
    expect((await session.call('GET', at('versions/1.0'))).status).toBe(404);
  });

  it('shows drafts to those who may edit them only', async () => {
    const { at } = await session.draft();
    expect((await session.call('GET', at('versions/:draft'), { user: guest })).status).toBe(401);
    expect((await session.call('GET', at('versions'), { user: guest })).json.data).toEqual([]);
    expect((await session.call('GET', at('versions'))).json.data.length).toBe(1);
    expect((await session.call('GET', at(''))).json.data.latestVersion.versionState).toBe('DRAFT');
  });
});

describe('Update Metadata For a Dataset, Delete Dataset Draft', () => {
  const renamed = [primitive('title', 'Another title'), ...complete.slice(1)];

  it('overwrites the draft, and makes a new one where there is none', async () => {
    const { at } = await session.draft();
    await session.call('PUT', at('versions/:draft'), { json: blocks(renamed) });
    expect(session.twin.counts()).toMatchObject({ drafts: 1, releases: 0 });
    await session.published(at);
    const { json } = await session.call('PUT', at('versions/:draft'), { json: blocks(complete) });
    expect(json.data.versionState).toBe('DRAFT');
    expect(session.twin.counts()).toMatchObject({ drafts: 1, releases: 1, datasets: 1 });
    const shown = (await session.call('GET', at('versions/:latest'), { user: guest })).json.data;
    expect(shown.metadataBlocks.citation.fields[0].value).toBe('Another title');
  });

  it('reads the version itself, not one within datasetVersion, and no other than :draft', async () => {
    const { at } = await session.draft();
    const wrapped = await session.call('PUT', at('versions/:draft'), { json: { datasetVersion: blocks(complete) } });
    expect(wrapped.status).toBe(403);
    expect((await session.call('PUT', at('versions/1.0'), { json: blocks(complete) })).status).toBe(400);
  });

  it('deletes a draft, and with the only version the dataset; its DOI is spent', async () => {
    const { at } = await session.draft();
    expect((await session.call('DELETE', at('versions/1.0'))).status).toBe(400);
    await session.published(at);
    expect(await session.call('DELETE', at('versions/:draft'))).toMatchObject({
      status: 401,
      json: { message: 'This is NOT a DRAFT version' },
    });
    const other = await session.draft();
    expect((await session.call('DELETE', other.at('versions/:draft'))).status).toBe(200);
    expect((await session.call('GET', other.at(''))).status).toBe(404);
    expect(session.twin.counts()).toMatchObject({
      datasets: 1,
      ever: { datasets: 2 },
      dois: { deleted: 1, findable: 1 },
    });
  });
});

describe('Search API', () => {
  it('finds a draft after the lag, for those who may see it, and by all its words', async () => {
    const { doi, at } = await session.draft();
    const found = async (q: string, user: User = users.curator) =>
      (await session.call('GET', `search?type=dataset&q=${encodeURIComponent(q)}`, { user })).json.data;
    expect((await found('vietnam')).total_count).toBe(0);
    session.now += 3000;
    expect((await found('vietnam')).items).toMatchObject([
      { global_id: doi, type: 'dataset', versionState: 'DRAFT', publicationStatuses: ['Unpublished', 'Draft'] },
    ]);
    expect((await found('vietnam', guest)).total_count).toBe(0);
    expect((await found('title:"January 1969"')).total_count).toBe(1);
    expect((await found('authorName:vietnam')).total_count).toBe(0);
    expect((await found('vietnam laos')).total_count).toBe(0);
    expect((await found('viet')).total_count).toBe(0);
    expect((await found('viet*')).total_count).toBe(1);
    expect((await found(`dsPersistentId:"${doi}"`)).total_count).toBe(1);
    await session.published(at);
    expect((await found('*', guest)).total_count).toBe(0);
    session.now += 3000;
    expect((await found('*', guest)).items).toMatchObject([{ versionState: 'RELEASED', majorVersion: 1 }]);
    expect((await found('*', guest)).total_count).toBe(1);
  });

  it('needs a question', async () => {
    expect(await session.call('GET', 'search')).toMatchObject({
      status: 400,
      json: { message: 'q parameter is missing' },
    });
  });
});
