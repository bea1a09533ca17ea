/** Why a command on a webhook is refused. */
export type WebhookRejection =
  | 'role-not-allowed'
  | 'reason-missing'
  | 'webhook-missing'
  /** It was removed: nothing more can be done with it. */
  | 'webhook-removed'
  | 'webhook-registered'
  | 'webhook-paused'
  | 'webhook-not-paused'
  | 'target-malformed'
  /** The operator has not listed this address. */
  | 'target-not-listed'
  | 'event-type-unknown'
  | 'delivery-not-parked'
  | 'nothing-parked';
