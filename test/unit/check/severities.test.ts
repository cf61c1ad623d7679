import assert from 'node:assert/strict';
import { createService } from '../../../src/core/createService';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import { report } from './checked';

const service = createService(buildLibrary([{ file: 'a.txt', text: report }], { name: 'none', cut: (text) => [text] }));
const draft = { text: '李明指出：“良好生态环境是最普惠的民生福利，必须像保护眼睛一样保护生态环境”。', language: 'markdown' } as const;
const severities = (set: Readonly<Record<string, string>>) => service.check(draft, { locale: 'en', severities: set }).findings.map((f) => `${f.rule} ${f.severity}`);

describe('the severity of a check', () => {
  it('is its own where nothing is set', () => assert.deepEqual(severities({}), ['quote.differs warning']));
  it('is what is set for the check', () => assert.deepEqual(severities({ 'quote.differs': 'hint' }), ['quote.differs hint']));
  it('is what is set for the group, where nothing is set for the check', () => {
    assert.deepEqual(severities({ quote: 'error' }), ['quote.differs error']);
    assert.deepEqual(severities({ quote: 'error', 'quote.differs': 'hint' }), ['quote.differs hint']);
  });
  it('switches a check off, and the verdict stays', () => {
    assert.deepEqual(severities({ 'quote.differs': 'off' }), []);
    assert.deepEqual(severities({ quote: 'off' }), []);
    assert.equal(service.check(draft, { locale: 'en', severities: { quote: 'off' } }).quotations[0]?.verdict, 'differs');
  });
  it('stays its own where what is set means nothing', () => assert.deepEqual(severities({ 'quote.differs': 'loud' }), ['quote.differs warning']));
});
