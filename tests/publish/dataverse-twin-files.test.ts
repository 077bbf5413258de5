import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blocks, complete, guest, type Json, Session, upload } from './dataverse-twin/session.js';
import { users } from './dataverse-twin.js';

const session = new Session();

describe('Add a File to a Dataset', () => {
  it('answers 200 with the MD5, and lists the file under its path', async () => {
    const { at } = await session.draft();
    const parameters = { description: 'The text', directoryLabel: '/tei//', categories: ['Data'], restrict: 'false' };
    const { status, json } = await session.call('POST', at('add'), { form: upload('<TEI/>', 'v01.xml', parameters) });
    expect(status).toBe(200);
    const md5 = createHash('md5').update('<TEI/>').digest('hex');
    const file = { label: 'v01.xml', directoryLabel: 'tei', description: 'The text', categories: ['Data'] };
    expect(json.data.files).toMatchObject([{ ...file, dataFile: { md5, filesize: 6, contentType: 'text/xml' } }]);
    const listed = (await session.call('GET', at('versions/:draft/files'))).json;
    expect(listed).toMatchObject({ totalCount: 1, data: [file] });
    const id = listed.data[0].dataFile.id;
    expect((await session.call('GET', `access/datafile/${id}`)).text).toBe('<TEI/>');
    expect((await session.call('GET', `access/datafile/${id}`, { user: guest })).status).toBe(403);
  });

  it('takes a duplicate with a warning, and gives another name to a file whose name is taken', async () => {
    const { at } = await session.draft();
    await session.call('POST', at('add'), { form: upload('one', 'a.txt') });
    const { status, json } = await session.call('POST', at('add'), { form: upload('one', 'a.txt') });
    expect([status, json.data.files[0].label]).toEqual([200, 'a-1.txt']);
    expect(json.message.message).toMatch(/^This file has the same content as .* that is in the dataset\. $/);
    expect(
      (await session.call('POST', at('add'), { form: upload('two', 'a.txt', { directoryLabel: 'b' }) })).json,
    ).toMatchObject({
      data: { files: [{ label: 'a.txt', directoryLabel: 'b' }] },
    });
    expect(session.twin.counts().files).toBe(3);
  });

  it('unpacks a zip, and of a zip within a zip only the outer one (User Guide, Compressed Files)', async () => {
    const { at } = await session.draft();
    const inner = zipSync({ 'a.xml': Buffer.from('<a/>'), 'pages/1.png': Buffer.from('png') });
    const flat = (await session.call('POST', at('add'), { form: upload(inner, 'book.zip') })).json.data.files;
    expect(flat.map((f: Json) => [f.directoryLabel, f.label])).toEqual([
      [undefined, 'a.xml'],
      ['pages', '1.png'],
    ]);
    const whole = await session.call('POST', at('add'), { form: upload(zipSync({ 'book.zip': inner }), 'outer.zip') });
    expect(whole.json.data.files).toMatchObject([
      { label: 'book.zip', dataFile: { md5: createHash('md5').update(inner).digest('hex') } },
    ]);
    const broken = await session.call('POST', at('add'), { form: upload(inner.subarray(0, 40), 'cut.zip') });
    expect(broken.json.data.files).toMatchObject([{ label: 'cut.zip', dataFile: { filesize: 40 } }]);
    const epub = await session.call('POST', at('add'), { form: upload(inner, 'book.epub') });
    expect(epub.json.data.files).toMatchObject([{ label: 'book.epub' }]);
  });

  it('turns a table into another file under a lock, unless tabIngest is false (Tabular Data Ingest)', async () => {
    const { at } = await session.draft();
    await session.call('POST', at('add'), { form: upload('a,b\n1,2\n', 'kept.csv', { tabIngest: 'false' }) });
    await session.call('POST', at('add'), { form: upload('c,d\n1,2\n', 'index.csv') });
    expect((await session.call('GET', at('locks'))).json.data).toMatchObject([{ lockType: 'Ingest' }]);
    expect((await session.call('POST', at('actions/:publish', '&type=major'))).status).toBe(403);
    session.now += 2000;
    expect((await session.call('GET', at('locks'))).json.data).toEqual([]);
    const files = (await session.call('GET', at('versions/:draft/files'))).json.data;
    expect(files).toMatchObject([
      {
        label: 'index.tab',
        dataFile: { originalFileName: 'index.csv', md5: createHash('md5').update('c,d\n1,2\n').digest('hex') },
      },
      { label: 'kept.csv' },
    ]);
    expect((await session.call('GET', `access/datafile/${files[0].dataFile.id}?format=original`)).text).toBe(
      'c,d\n1,2\n',
    );
    expect((await session.call('GET', `access/datafile/${files[0].dataFile.id}`)).text).toBe('c\td\n1\t2\n');
  });

  it('refuses what is no upload, bad names, and who may not edit', async () => {
    const { at } = await session.draft();
    const empty = new FormData();
    empty.append('jsonData', '{}');
    expect((await session.call('POST', at('add'), { form: empty })).status).toBe(400);
    expect(
      (await session.call('POST', at('add'), { form: upload('x', 'a.txt', { directoryLabel: 'pièces' }) })).status,
    ).toBe(400);
    expect((await session.call('POST', at('add'), { form: upload('x', 'a:b.txt') })).status).toBe(400);
    expect(await session.call('POST', at('add'), { form: upload('x', 'a.txt'), user: users.reader })).toMatchObject({
      status: 403,
      json: { message: 'You do not have permission to edit this dataset.' },
    });
    expect(session.twin.counts()).toMatchObject({ files: 0, ever: { files: 0 } });
  });
});

describe('Deleting Files, Replacing Files', () => {
  async function withFile() {
    const { at, doi } = await session.draft();
    const { json } = await session.call('POST', at('add'), { form: upload('one', 'a.txt') });
    return { at, doi, id: json.data.files[0].dataFile.id as number };
  }

  it('deletes from the draft; a file of a release stays there', async () => {
    const { at, id } = await withFile();
    await session.published(at);
    expect((await session.call('DELETE', `files/${id}`)).json).toEqual({ status: 'OK', data: false });
    expect((await session.call('GET', at('versions/:draft/files'))).json.data).toEqual([]);
    expect((await session.call('GET', at('versions/1.0/files'), { user: guest })).json.data.length).toBe(1);
    const other = await withFile();
    expect((await session.call('DELETE', `files/${other.id}`)).json.data).toBe(true);
    expect((await session.call('DELETE', `files/${other.id}`)).status).toBe(404);
  });

  it('replaces a file by one of its type with other content', async () => {
    const { at, id } = await withFile();
    await session.published(at);
    const same = await session.call('POST', `files/${id}/replace`, { form: upload('one', 'a.txt') });
    expect([same.status, same.json.message]).toEqual([
      400,
      'Error! You may not replace a file with a file that has duplicate content.',
    ]);
    const other = await session.call('POST', `files/${id}/replace`, { form: upload('<b/>', 'b.xml') });
    expect(other.json.message).toBe(
      'The original file (Plain Text) and replacement file (XML) are different file types.',
    );
    const replaced = await session.call('POST', `files/${id}/replace`, { form: upload('two', 'a.txt') });
    expect(replaced.json.data.files).toMatchObject([{ label: 'a.txt', dataFile: { previousDataFileId: id } }]);
    const forced = upload('<b/>', 'b.xml', { forceReplace: true });
    const again = replaced.json.data.files[0].dataFile.id;
    expect((await session.call('POST', `files/${again}/replace`, { form: forced })).status).toBe(200);
    expect((await session.call('POST', `files/${id}/replace`, { form: upload('3', 'a.txt') })).status).toBe(400);
    expect((await session.call('POST', 'files/9999/replace', { form: upload('3', 'a.txt') })).json.message).toBe(
      'Replacement file not found. There was no file found for ID: 9999',
    );
    expect(session.twin.counts()).toMatchObject({ drafts: 1, releases: 1 });
  });
});

describe('Publish a Dataset, Dataset Locks', () => {
  it('answers at once, and publishes under a lock that lets no one edit', async () => {
    const { at, doi } = await session.draft();
    const file = (await session.call('POST', at('add'), { form: upload('1', '1.txt') })).json.data.files[0].dataFile.id;
    expect((await session.call('POST', at('actions/:publish', '&type=major'))).status).toBe(200);
    expect((await session.call('GET', at('locks'), { user: guest })).json.data).toMatchObject([
      { lockType: 'finalizePublication', user: 'curator', dataset: doi },
    ]);
    expect((await session.call('GET', at('locks', '&type=Ingest'))).json.data).toEqual([]);
    expect((await session.call('GET', at('versions/:latest'))).json.data).toMatchObject({
      versionState: 'DRAFT',
      versionNumber: 1,
    });
    const locked = 'Dataset cannot be edited due to dataset lock.';
    expect(await session.call('PUT', at('versions/:draft'), { json: blocks(complete) })).toMatchObject({
      status: 403,
      json: { message: locked },
    });
    expect(await session.call('POST', at('add'), { form: upload('x', 'x.txt') })).toMatchObject({
      status: 400,
      json: { message: 'Failed to add file to dataset.' },
    });
    expect(await session.call('DELETE', `files/${file}`)).toMatchObject({
      status: 400,
      json: { message: `Delete failed for file ID ${file} (CommandException): ${locked}` },
    });
    expect(await session.call('POST', at('actions/:publish', '&type=major'))).toMatchObject({
      status: 403,
      json: { message: 'This dataset is locked. Reason: finalizePublication. Please try publishing later.' },
    });
    expect((await session.call('DELETE', at('versions/:draft'))).status).toBe(403);
    session.now += 999;
    expect(session.twin.counts().dois.findable).toBe(0);
    session.now += 1;
    expect((await session.call('GET', at('locks'))).json.data).toEqual([]);
    expect((await session.call('GET', at('versions/:latest-published'), { user: guest })).json.data).toMatchObject({
      versionNumber: 1,
      versionMinorNumber: 0,
      versionState: 'RELEASED',
    });
    expect((await session.call('GET', `access/datafile/${file}`, { user: guest })).text).toBe('1');
    const wrong = { ...guest, token: 'wrong' };
    expect((await session.call('GET', `access/datafile/${file}`, { user: wrong })).status).toBe(401);
    expect(session.twin.counts()).toMatchObject({
      releases: 1,
      drafts: 0,
      files: 1,
      dois: { findable: 1, reserved: 0 },
    });
  });

  it('refuses what makes no sense', async () => {
    const { at } = await session.draft();
    expect((await session.call('POST', at('actions/:publish'))).status).toBe(400);
    expect((await session.call('POST', at('actions/:publish', '&type=huge'))).status).toBe(400);
    expect((await session.published(at, 'minor')).json.message).toBe(
      'Cannot publish as minor version. Re-try as major release.',
    );
    expect(
      (await session.call('POST', at('actions/:publish', '&type=major'), { user: users.contributor })).status,
    ).toBe(401);
    expect((await session.call('POST', at('actions/:publish', '&type=major'), { user: guest })).status).toBe(401);
    await session.published(at);
    expect((await session.published(at)).json.message).toMatch(
      /is already released\. Only draft versions can be released\.$/,
    );
    const { json } = await session.create(complete, users.curator, 'unpublished');
    const hidden = await session.call('POST', `datasets/${json.data.id}/actions/:publish?type=major`);
    expect([hidden.status, hidden.json.message]).toEqual([
      403,
      'This dataset may not be published because its host dataverse (unpublished) has not been published.',
    ]);
  });

  it('counts versions: minor without other files, major with them, updatecurrent for superusers', async () => {
    const { at } = await session.draft();
    await session.published(at);
    const edit = () => session.call('PUT', at('versions/:draft'), { json: blocks(complete) });
    await edit();
    expect((await session.published(at, 'minor')).status).toBe(200);
    await session.call('POST', at('add'), { form: upload('1', '1.txt') });
    expect((await session.published(at, 'minor')).json.message).toBe(
      'Cannot release as minor version. Re-try as major release.',
    );
    await session.published(at);
    await edit();
    expect((await session.published(at, 'updatecurrent')).status).toBe(403);
    const updated = await session.call('POST', at('actions/:publish', '&type=updatecurrent'), { user: users.admin });
    expect(updated.json).toMatchObject({ status: 'OK', status_details: expect.any(String) });
    const all = (await session.call('GET', at('versions'), { user: guest })).json.data;
    expect(all.map((v: Json) => `${v.versionNumber}.${v.versionMinorNumber}`)).toEqual(['2.0', '1.1', '1.0']);
    expect(session.twin.counts()).toMatchObject({ drafts: 0, releases: 3, dois: { findable: 1 } });
  });

  it('refuses with 409 while the dataset awaits indexing, if assureIsIndexed is asked for', async () => {
    const { at } = await session.draft();
    const indexed = at('actions/:publish', '&type=major&assureIsIndexed=true');
    expect(await session.call('POST', indexed)).toMatchObject({
      status: 409,
      json: { status: 'ERROR', message: 'Dataset is awaiting indexing' },
    });
    session.now += 3000;
    expect((await session.call('POST', indexed)).status).toBe(200);
  });

  it('can fail behind the answer, and says so by a lock that stays', async () => {
    const { at } = await session.draft();
    session.twin.installation.failPublications = 1;
    expect((await session.published(at)).status).toBe(200);
    session.now += 1_000_000;
    expect((await session.call('GET', at('locks'))).json.data).toMatchObject([{ lockType: 'FileValidationFailed' }]);
    expect(session.twin.counts()).toMatchObject({ drafts: 1, releases: 0, dois: { findable: 0 } });
  });
});
