DROP TABLE "sync_waits";--> statement-breakpoint
CREATE TABLE "sync_waits" (
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"waits" bigint NOT NULL,
	"waited_ms" bigint NOT NULL,
	CONSTRAINT "sync_waits_source_reason_pk" PRIMARY KEY("source","reason")
);
--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "wait_reason" text;
