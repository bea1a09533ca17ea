import { describedEvents, schemaFor } from '#contracts';

describe('the contracts with consumers', () => {
  it('describe what an event carries', () => {
    expect(schemaFor('ModelRecognized', 1)).toMatchObject({
      title: 'ModelRecognized v1',
      type: 'object',
      required: expect.arrayContaining(['registrationId']) as string[],
    });
  });

  it('let an event grow by fields that a consumer does not know yet', () => {
    for (const { type, version } of describedEvents) {
      expect(schemaFor(type, version)).not.toHaveProperty('additionalProperties', false);
    }
  });

  it('know no event that does not exist', () => {
    expect(schemaFor('ModelRecognized', 99)).toBeUndefined();
    expect(schemaFor('ModelForgotten', 1)).toBeUndefined();
    expect(schemaFor('constructor', 1)).toBeUndefined();
  });

  it('list every event type once, with its version', () => {
    const names = describedEvents.map(({ type, version }) => `${type} ${version}`);
    expect(names).toContain('RegistrationDrafted 1');
    expect(new Set(names).size).toBe(names.length);
  });
});
