/**
 * The log used to note its steps by itself. A program that still looks there finds a number it does not know and changes
 * nothing.
 */
export const history = `
DO $$ BEGIN
  IF to_regclass('kheo_log.migrations') IS NOT NULL THEN
    INSERT INTO kheo_log.migrations (number, name) VALUES (3, 'see kheo.migrations') ON CONFLICT DO NOTHING;
  END IF;
END $$;
`;
