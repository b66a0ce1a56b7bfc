// The door of the simulation: what content and app may use.

export {
  type ConfigAnswer,
  type ConfigQuestion,
  type ConfigRefused,
  checkConfig,
  MOST_CONFIG_CHARACTERS,
} from './broker/checkConfig.ts';
export { asConfigNumber, type ConfigLine, configLines, configNumber, configTruth } from './broker/configLines.ts';
export { type StartBroker, startMosquitto } from './broker/mosquittoBroker.ts';
export {
  type Draining,
  drainSeconds,
  flashYears,
  overflowOf,
  readingsDuring,
  recordsPerYear,
  slotsLastSeconds,
} from './calculators/bufferSize.ts';
export {
  brokerPatience,
  type DeadLink,
  type Detection,
  deadLink,
  keepAliveForDetection,
  willWaitsSeconds,
} from './calculators/deadLink.ts';
export {
  averageMilliamps,
  batteryDays,
  chargeMilliampHours,
  connectedMs,
  dutyMilliamps,
  energyPerWakeUp,
  type Security,
  type WakeUp,
  type WakeUpEnergy,
} from './calculators/energyPerWakeUp.ts';
export { exchangeOutcomes } from './calculators/exchange.ts';
export { type Caveat, type ExpectedDelivery, expectedDelivery } from './calculators/expectedDelivery.ts';
export { type LengthQuestion, largestFleet, shortestLength } from './calculators/fleetForRisk.ts';
export {
  COURSE_MEMORY,
  type FleetMemory,
  type FleetMemorySetting,
  fleetMemory,
  IN_PAGE_MEMORY,
  type MemoryConstants,
  NATIVE_MEMORY,
  recalibrated,
  USUAL_TOPIC_BYTES,
} from './calculators/fleetMemory.ts';
export {
  compounded,
  type HopTraffic,
  type HopTrafficSetting,
  hopTraffic,
  publishBytes,
  TCP_IP_HEADER_BYTES,
} from './calculators/hopTraffic.ts';
export {
  approximateCollisionProbability,
  collidingPairs,
  collisionProbability,
  expectedTakeOvers,
  type IdFleet,
  sharingDevices,
} from './calculators/idCollisions.ts';
export {
  CHANCE_OUTCOMES,
  type ChanceSource,
  ID_ALPHABETS,
  type IdAlphabet,
  type IdMaking,
  type IdSafety,
  type IdSpace,
  idSafety,
  idSpace,
  SAFE_ID_BYTES,
} from './calculators/idSpace.ts';
export type { KeepAliveSetting } from './calculators/keepAliveTimetable.ts';
export { ORPHAN_BYTES, type OrphanCount, orphanMemory } from './calculators/orphanMemory.ts';
export { type OutageSetting, outageSpread } from './calculators/outageSpread.ts';
export { PING_BYTES, PING_MQTT_BYTES, pingMillijoules, stayingMillijoulesPerDay } from './calculators/pingCost.ts';
export { type QosAgreement, type QosAgreementSetting, qosAgreement, smallerQos } from './calculators/qosAgreement.ts';
export { type OfferedMessage, type QueueLimits, queueRoom } from './calculators/queueRoom.ts';
export {
  PACKED_HEADER_BYTES,
  type RecordForm,
  type RecordLayout,
  type RecordMember,
  type RecordSetting,
  type RecordStamp,
  recordLayout,
} from './calculators/recordLayout.ts';
export { confDuration, type SessionRoom, type SessionRoomSetting, sessionRoom } from './calculators/sessionRoom.ts';
export type { Spread } from './calculators/spread.ts';
export { type StormCurvePoint, type StormCurveSetting, stormCurve } from './calculators/stormCurve.ts';
export { stormCurveSetting } from './calculators/stormCurveSetting.ts';
export { MOST_IDS, takeOverSpread } from './calculators/takeOverSpread.ts';
export { copiesOfHop, type TwoHopsOutcome, type TwoHopsSetting, twoHops } from './calculators/twoHops.ts';
export { checkScenario } from './checkScenario.ts';
export { airtimeMicroseconds, TRANSMISSIONS, TRANSMIT_MILLIAMPS, type Transmission, type WifiRate } from './devices/airtime.ts';
export {
  BACKOFF_KINDS,
  type BackoffFaults,
  type BackoffKind,
  type BackoffRule,
  backoffWaitMs,
  NO_FAULTS,
} from './devices/behaviours/backoff.ts';
export type { CleanFlags, ClientHabits, HabitFact, OutboxHabits } from './devices/clients/habits.ts';
export { habitsOf } from './devices/clients/habitsOf.ts';
export {
  entriesOfRecord,
  eraseCyclesAfter,
  FLASH_ENDURANCE_CYCLES,
  FLASH_ENTRY_BYTES,
  FLASH_PARTITION_SECTORS,
  FLASH_SECTOR_BYTES,
  type FlashWearFigures,
} from './devices/flashWear.ts';
export { clientIdFromMac, clientIdOfMac, MAC_FORM_FACTS, type MacFormFacts } from './devices/identity.ts';
export { type BufferFit, bufferFit, FLASH_BUFFER_BYTES, RTC_SLOW_MEMORY_BYTES, STATIC_DRAM_BYTES } from './devices/offlineBuffer.ts';
export {
  ASSOCIATE_MS,
  BOOT_MS,
  CURRENT_MILLIAMPS,
  DEEP_SLEEP_MILLIAMPS,
  DISABLED_MILLIAMPS,
  MODEM_SLEEP_MILLIAMPS,
  RECEIVE_MILLIAMPS,
  SUPPLY_VOLTS,
} from './devices/power.ts';
export { BEACON_TIMEOUT_MS, type JoinPhase, joinMs, joinPhases, SIGNAL_LOSS_NOTICED_MS } from './devices/wifi.ts';
export type { Microseconds } from './engine/time.ts';
export { fromMicroseconds, fromMilliseconds, START, toMilliseconds, toSeconds } from './engine/time.ts';
export type * from './events.ts';
export { FLEET_AT_REST_DEFAULTS, type FleetAtRestSetting, fleetAtRest } from './experiments/fleet/fleetAtRest.ts';
export { FLEET_CONFIG_DEFAULTS, type FleetConfigSetting } from './experiments/fleet/fleetConfig.ts';
export {
  COURSE_BACKOFF,
  RECONNECT_STORM_DEFAULTS,
  type ReconnectStormSetting,
  reconnectStorm,
  SMALL_SERVER,
} from './experiments/fleet/reconnectStorm.ts';
export {
  IN_FLIGHT_LIMIT,
  type KnobRange,
  type NumericKnob,
  QOS_DELIVERY_DEFAULTS,
  QOS_DELIVERY_KNOBS,
  type QosDeliveryKnobs,
  qosDeliveryScenario,
} from './experiments/qosDelivery.ts';
export { ACCESS_LIST_DEFAULTS, type AccessListSetting, accessList, DEVICE_ACCESS_LIST } from './experiments/sessions/accessList.ts';
export { BROKER_RESTART_DEFAULTS, type BrokerEnd, type BrokerRestartSetting, brokerRestart } from './experiments/sessions/brokerRestart.ts';
export { type BufferOutageSetting, bufferOutage, offlineMs } from './experiments/sessions/bufferOutage.ts';
export {
  CLEAN_SESSION_SEQUENCE_DEFAULTS,
  type CleanSessionSequenceSetting,
  cleanSessionSequence,
} from './experiments/sessions/cleanSessionSequence.ts';
export {
  CLIENT_STRATEGIES_DEFAULTS,
  type ClientStrategiesSetting,
  COMMANDS_IN_GAP,
  clientStrategies,
  STRATEGIES,
  STRATEGY_TIMES,
  type Strategy,
} from './experiments/sessions/clientStrategies.ts';
export { CONNECTION_LIMIT_DEFAULTS, type ConnectionLimitSetting, connectionLimit } from './experiments/sessions/connectionLimit.ts';
export { type Credentials, type CredentialsSetting, credentialsAtTheDoor, PASSWORD_FILE } from './experiments/sessions/credentials.ts';
export { DEAD_LINK_CLIENTS, type DeadLinkSetting, deadLinkOnBroker } from './experiments/sessions/deadLink.ts';
export { type DoorstepFinding, type DoorstepSetting, doorstep, doorstepFinding, NEWCOMER } from './experiments/sessions/doorstep.ts';
export { EFFECTIVE_QOS_DEFAULTS, type EffectiveQosSetting, effectiveQos, QOS_LEVELS } from './experiments/sessions/effectiveQos.ts';
export {
  EMERGENCY_STOP_DEFAULTS,
  type EmergencyStopSetting,
  emergencyStop,
  type PanelStory,
  STOP_CONTROLLER,
  STOP_PANEL,
} from './experiments/sessions/emergencyStop.ts';
export { EMPTY_CLIENT_ID_DEFAULTS, type EmptyClientIdSetting, emptyClientId } from './experiments/sessions/emptyClientId.ts';
export {
  EXPIRED_MESSAGES_DEFAULTS,
  type ExpiredMessagesSetting,
  expiredMessagesKeepPlace,
} from './experiments/sessions/expiredMessagesKeepPlace.ts';
export {
  EXPIRY_AT_DISCONNECT_DEFAULTS,
  type ExpiryAtDisconnectSetting,
  expiryAtDisconnect,
} from './experiments/sessions/expiryAtDisconnect.ts';
export { EXPIRY_LEFT_OUT_DEFAULTS, type ExpiryLeftOutSetting, expiryLeftOut } from './experiments/sessions/expiryLeftOut.ts';
export { FROZEN_CLIENT_DEFAULTS, type FrozenClientSetting, frozenClient } from './experiments/sessions/frozenClient.ts';
export { drawnIds, ID_COLLISIONS_DEFAULTS, type IdCollisionsSetting, idCollisions } from './experiments/sessions/idCollisions.ts';
export { KEEP_ALIVE_LIMIT_DEFAULTS, type KeepAliveLimitSetting, keepAliveLimit } from './experiments/sessions/keepAliveLimit.ts';
export {
  LIFECYCLE_DEFAULTS,
  LIFECYCLE_ENDS_AT_MS,
  LIFECYCLE_KEEP_ALIVE_SECONDS,
  type LifecycleSetting,
  lifecycle,
} from './experiments/sessions/lifecycle.ts';
export {
  MEMORY_PER_SESSION_DEFAULTS,
  type MemoryPerSessionSetting,
  memoryPerSession,
  memorySteps,
} from './experiments/sessions/memoryPerSession.ts';
export { MESSAGE_EXPIRY_DEFAULTS, type MessageExpirySetting, messageExpiry } from './experiments/sessions/messageExpiry.ts';
export {
  MOSQUITTO_SUB_RECONNECT_DEFAULTS,
  type MosquittoSubReconnectSetting,
  mosquittoSubReconnect,
} from './experiments/sessions/mosquittoSubReconnect.ts';
export {
  OFFLINE_PUBLISHER_DEFAULTS,
  type OfflinePublisherSetting,
  OUTAGE_FROM_MS,
  offlinePublisher,
  runsOnChip,
} from './experiments/sessions/offlinePublisher.ts';
export { EXPIRED_TOPIC, ORPHAN_EXPIRY_DEFAULTS, type OrphanExpirySetting, orphanExpiry } from './experiments/sessions/orphanExpiry.ts';
export {
  DISCONNECTED_TOPIC,
  ORPHANS_DEFAULTS,
  type OrphansSetting,
  orphanIds,
  orphans,
  orphansTimes,
} from './experiments/sessions/orphans.ts';
export { PING_PONG_DEFAULTS, type PingPongSetting, pingPong } from './experiments/sessions/pingPong.ts';
export { QOS_CHANCE_DEFAULTS, QOS_CHANCE_MESSAGES, type QosChanceSetting, qosChance } from './experiments/sessions/qosChance.ts';
export {
  type CutPlace,
  matrixMessage,
  matrixPublisher,
  matrixReader,
  QOS_MATRIX_DEFAULTS,
  type QosMatrixSetting,
  qosMatrix,
} from './experiments/sessions/qosMatrix.ts';
export { QOS_PAIRS_DEFAULTS, type QosPairsSetting, qosPairs } from './experiments/sessions/qosPairs.ts';
export { QOS_TWO_BURST_DEFAULTS, type QosTwoBurstSetting, qosTwoBurst } from './experiments/sessions/qosTwoBurst.ts';
export { QUEUE_LIMIT_DEFAULTS, type QueueLimitSetting, queueLimit } from './experiments/sessions/queueLimit.ts';
export {
  DEVICE_ID_PREFIX,
  RANDOM_IDS_CLIENTS,
  RANDOM_IDS_DEFAULTS,
  type RandomIdsSetting,
  randomIds,
  randomIdsTimes,
} from './experiments/sessions/randomIds.ts';
export { CLEAN_FLAG, PASSWORD_FLAG, type RawConnect, rawConnect } from './experiments/sessions/rawConnect.ts';
export {
  levelReading,
  RESTART_AMID_READINGS_DEFAULTS,
  type RestartAmidReadingsSetting,
  restartAmidReadings,
  restartTimes,
} from './experiments/sessions/restartAmidReadings.ts';
export {
  ABSENCES,
  CHOICE_CLIENTS,
  choiceTimes,
  type SessionPractice,
  type SessionStory,
  sessionChoice,
} from './experiments/sessions/sessionChoice.ts';
export { type ChoiceOutcome, sessionChoiceOutcome } from './experiments/sessions/sessionChoiceOutcome.ts';
export { SESSION_EXPIRY_DEFAULTS, type SessionExpirySetting, sessionExpiry } from './experiments/sessions/sessionExpiry.ts';
export { HEAP_TOPIC } from './experiments/sessions/sessionScenario.ts';
export { SILENT_SUBSCRIBER_DEFAULTS, type SilentSubscriberSetting, silentSubscriber } from './experiments/sessions/silentSubscriber.ts';
export {
  SLEEPING_DEVICE,
  SLEEPING_DEVICE_DEFAULTS,
  type SleepingDeviceSetting,
  sleepingDevice,
} from './experiments/sessions/sleepingDevice.ts';
export {
  SLEEPING_SUBSCRIBER_DEFAULTS,
  type SleepingSubscriberSetting,
  sleepingSubscriber,
} from './experiments/sessions/sleepingSubscriber.ts';
export { type TakeOverSetting, takeOver } from './experiments/sessions/takeOver.ts';
export {
  COMMANDER,
  DROPPED_COUNTER,
  VALVE,
  VALVE_GOES_AT_MS,
  valveReturnsAtMs,
  WAITING_MESSAGES_DEFAULTS,
  WATCHER,
  type WaitingBatch,
  type WaitingMessagesSetting,
  waitingMessages,
} from './experiments/sessions/waitingMessages.ts';
export {
  OFFLINE,
  ONLINE,
  STATUS_TOPIC,
  WILL_DELIVERY_DEFAULTS,
  WILL_ENDING_AT_MS,
  type WillDeliverySetting,
  type WillEnding,
  willDelivery,
} from './experiments/sessions/willDelivery.ts';
export { checkFleet, roughHeapBytes, roughTabBytes } from './fleet/checkFleet.ts';
export * from './fleet/fleetResult.ts';
export * from './fleet/fleetScenario.ts';
export { type BrokerState, brokerAtFirst, type ForgottenSession, type SessionStanding } from './measures/brokerState.ts';
export type { ClientState, GrantedSubscription } from './measures/clientStates.ts';
export { ENERGY_PARTS, type EnergyMillijoules, type EnergyPart } from './measures/energyUse.ts';
export { type DeviceFigures, FiguresFold } from './measures/figures.ts';
export type { ClientFlash } from './measures/flashUse.ts';
export type { ClientEnergy } from './measures/programEnergy.ts';
export { type QueuedMessage, type QueueFate, type QueueStory, queueFates } from './measures/queueFates.ts';
export { encode } from './mqtt/encode.ts';
export { FIELD_IDS, type FieldId } from './mqtt/fields.ts';
export { type FieldSpan, type Inspection, inspect, leavesOf } from './mqtt/inspect.ts';
export { PACKET_TYPES, type Packet, type PacketType } from './mqtt/packet.ts';
export { PROPERTY_BY_ID } from './mqtt/propertyTable.ts';
export { type ReasonOwner, reasonName } from './mqtt/reasonCodes.ts';
export type * from './program.ts';
export type { DeviceScenario, LinkScenario, LossModel, Problem, ProtocolVersion, QoS, Scenario, SubscriberScenario } from './scenario.ts';
export type * from './script.ts';
export { MOST_EVENTS, simulate } from './simulate.ts';
