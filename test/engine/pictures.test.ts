/** Pictures inside documents: found with their captions, handed out one at a time by the engine, refused where they are not what they say. */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { ListedPicture } from '../../src/core/features/types';
import { LARGEST_PICTURE, pictureType, readPicture } from '../../src/engine/formats/pictures';
import { cleanUp, clientFor, temporaryFolder } from './support';

const fixtures = path.resolve('test/fixtures/formats');
const all = { search: '', from: 0, count: 50 };

describe('pictures inside documents', function () {
  this.timeout(60_000);
  afterEach(cleanUp);

  function open(names: readonly string[]) {
    const folder = temporaryFolder();
    for (const name of names) copyFileSync(path.join(fixtures, name), path.join(folder, name));
    return clientFor({ engine: { folders: [folder], segmenter: 'intl' } });
  }
  const told = ({ label, caption, inside, uses }: ListedPicture) => [label, caption, inside, uses.length];

  it('are known by caption, alternative text and place, as Pandoc and LibreOffice write them', async () => {
    for (const [name, lone] of [['pictures.docx', []], ['pictures.odt', []], ['pictures.epub', [[null, null, true, 0]]]] as const) {
      const { pictures } = await open([name]).request('pictureList', [all]);
      assert.deepEqual(pictures.map(told), [['图1', '渔业产量', true, 1], ['图2', '养殖面积', true, 2], [null, '渔港分布的手绘地图', true, 0], ...lone], name);
      cleanUp();
    }
  });

  it('are handed out by the engine, each its own', async () => {
    for (const name of ['pictures.docx', 'pictures.odt', 'pictures.epub', 'office.docx', 'office.odt', 'office.epub']) {
      const client = open([name]), parts = unzipSync(readFileSync(path.join(fixtures, name)));
      const { pictures } = await client.request('pictureList', [all]);
      assert.ok(pictures.length > 0, name);
      for (const { id, picture } of pictures) {
        const answer = await client.request('pictureBytes', [id]);
        assert.ok(answer && 'bytes' in answer, `${name}: ${id}`);
        assert.equal(answer.type, picture?.endsWith('.svg') ? 'image/svg+xml' : 'image/png');
        assert.deepEqual(Buffer.from(answer.bytes), Buffer.from(parts[picture ?? ''] ?? []), name);
      }
      cleanUp();
    }
  });

  it('are asked for by their id only: no other part of a document is given, and nothing of other files', async () => {
    const client = open(['pictures.docx']);
    const [first] = (await client.request('pictureList', [all])).pictures;
    assert.ok(first);
    for (const id of ['', 'pictures.docx#p57:word/document.xml', first.id.replace('pictures.docx', '../pictures.docx'), `${first.id}/../document.xml`]) {
      assert.equal(await client.request('pictureBytes', [id]), null, id);
    }
  });

  it('are refused where they are damaged, too large, missing, or lie about what they are', async () => {
    const sound = unzipSync(readFileSync(path.join(fixtures, 'pictures.docx'))), name = 'word/media/rId20.png';
    const picture = sound[name] as Uint8Array;
    const packed = zipSync({ ...sound, [name]: [picture, { level: 0 }] });
    const at = Buffer.from(packed).indexOf(Buffer.from(picture));
    const damaged = Uint8Array.from(packed);
    damaged[at + 40] = (damaged[at + 40] as number) ^ 0xff;
    const large = new Uint8Array(LARGEST_PICTURE + 1);
    large.set(picture);
    const folder = temporaryFolder({
      'sound.docx': packed, 'damaged.docx': damaged, 'cut.docx': packed.subarray(0, packed.length / 2), 'large.docx': zipSync({ ...sound, [name]: large }),
      'lying.docx': zipSync({ ...sound, [name]: Buffer.from('<html><script>alert(1)</script></html>') }), 'without.docx': zipSync({ 'word/document.xml': sound['word/document.xml'] as Uint8Array }),
    });
    const failure = async (file: string) => { const answer = await readPicture(path.join(folder, file), name); return 'failure' in answer ? answer.failure : answer.type; };
    for (const [file, expected] of [['sound', 'image/png'], ['damaged', 'damaged'], ['cut', 'damaged'], ['large', 'too-large'], ['lying', 'unknown-type'], ['without', 'missing'], ['gone', 'missing']] as const) {
      assert.equal(await failure(`${file}.docx`), expected, file);
    }
  });

  it('are told by their bytes, whatever their name says', () => {
    for (const [head, type] of [
      ['\x89PNG\r\n\x1a\n', 'image/png'], ['\xff\xd8\xff\xe0', 'image/jpeg'], ['GIF89a', 'image/gif'], ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'], ['BM\x36\0\0\0\0\0\0\0', 'image/bmp'],
      ['<svg xmlns="x">', 'image/svg+xml'], ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="1">', 'image/svg+xml'],
      ['<?xml version="1.0"?><html><svg>', null], ['<svga>', null], ['\x01\0\0\0\x6c\0\0\0 EMF', null], ['\xd7\xcd\xc6\x9a', null], ['BMerkung', null], ['', null],
    ] as const) assert.equal(pictureType(Buffer.from(head, 'latin1')), type, head);
  });
});
