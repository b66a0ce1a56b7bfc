// The properties of MQTT 5.0 packets as values, and which packet may carry which. [v5.0 §2.2.2.2]
// How each one looks on the wire is data in propertyTable.ts.

/** A name and a value; the same name may come several times and the order is kept. */
export type UserProperty = readonly [name: string, value: string];

/** Every property of the standard. Absent means that the packet does not carry it. */
export interface Properties {
  /** 0: unspecified bytes, 1: the payload is UTF-8 text. */
  readonly payloadFormatIndicator?: 0 | 1;
  /** Lifetime of the message. Seconds, 0 to 4,294,967,295. */
  readonly messageExpirySeconds?: number;
  readonly contentType?: string;
  /** Topic name for the answer to a request: at least one character, no wildcards. */
  readonly responseTopic?: string;
  readonly correlationData?: Uint8Array;
  /** 1 to 268,435,455 each. SUBSCRIBE carries at most one, PUBLISH one for each matching subscription. */
  readonly subscriptionIdentifiers?: readonly number[];
  /** How long the session outlives its connection. Seconds, 0 (absent means 0) to 4,294,967,295 (for ever). */
  readonly sessionExpirySeconds?: number;
  readonly assignedClientId?: string;
  /** The keep alive that the server wants in place of the client's. Seconds, 0 to 65,535. */
  readonly serverKeepAliveSeconds?: number;
  readonly authenticationMethod?: string;
  readonly authenticationData?: Uint8Array;
  readonly requestProblemInformation?: boolean;
  /** Wait between the end of the connection and the will. Seconds, 0 to 4,294,967,295. */
  readonly willDelaySeconds?: number;
  readonly requestResponseInformation?: boolean;
  readonly responseInformation?: string;
  readonly serverReference?: string;
  /** For people, not for programs. */
  readonly reasonString?: string;
  /** QoS 1 and 2 messages that the sender of the property takes unacknowledged at a time, 1 to 65,535; absent means 65,535. */
  readonly receiveMaximum?: number;
  /** Highest topic alias that the sender of the property takes, 0 (absent means 0: none) to 65,535. */
  readonly topicAliasMaximum?: number;
  /** 1 to 65,535. */
  readonly topicAlias?: number;
  /** Highest QoS of the server; absent means 2. */
  readonly maximumQoS?: 0 | 1;
  readonly retainAvailable?: boolean;
  readonly userProperties?: readonly UserProperty[];
  /** Largest packet that the sender of the property takes. Bytes, 1 to 4,294,967,295; absent means no limit. */
  readonly maximumPacketSizeBytes?: number;
  readonly wildcardSubscriptionAvailable?: boolean;
  readonly subscriptionIdentifiersAvailable?: boolean;
  readonly sharedSubscriptionAvailable?: boolean;
}

export type PropertyKey = keyof Properties;

/** Acknowledgements say why; nothing more. */
export type ReasonProperties = Pick<Properties, 'reasonString' | 'userProperties'>;

export type ConnectProperties = Pick<
  Properties,
  | 'sessionExpirySeconds'
  | 'receiveMaximum'
  | 'maximumPacketSizeBytes'
  | 'topicAliasMaximum'
  | 'requestResponseInformation'
  | 'requestProblemInformation'
  | 'userProperties'
  | 'authenticationMethod'
  | 'authenticationData'
>;

export type WillProperties = Pick<
  Properties,
  | 'willDelaySeconds'
  | 'payloadFormatIndicator'
  | 'messageExpirySeconds'
  | 'contentType'
  | 'responseTopic'
  | 'correlationData'
  | 'userProperties'
>;

export type ConnackProperties = Pick<
  Properties,
  | 'sessionExpirySeconds'
  | 'receiveMaximum'
  | 'maximumQoS'
  | 'retainAvailable'
  | 'maximumPacketSizeBytes'
  | 'assignedClientId'
  | 'topicAliasMaximum'
  | 'reasonString'
  | 'userProperties'
  | 'wildcardSubscriptionAvailable'
  | 'subscriptionIdentifiersAvailable'
  | 'sharedSubscriptionAvailable'
  | 'serverKeepAliveSeconds'
  | 'responseInformation'
  | 'serverReference'
  | 'authenticationMethod'
  | 'authenticationData'
>;

export type PublishProperties = Pick<
  Properties,
  | 'payloadFormatIndicator'
  | 'messageExpirySeconds'
  | 'topicAlias'
  | 'responseTopic'
  | 'correlationData'
  | 'userProperties'
  | 'subscriptionIdentifiers'
  | 'contentType'
>;

export type SubscribeProperties = Pick<Properties, 'subscriptionIdentifiers' | 'userProperties'>;

export type UnsubscribeProperties = Pick<Properties, 'userProperties'>;

export type DisconnectProperties = Pick<Properties, 'sessionExpirySeconds' | 'reasonString' | 'userProperties' | 'serverReference'>;

export type AuthProperties = Pick<Properties, 'authenticationMethod' | 'authenticationData' | 'reasonString' | 'userProperties'>;
