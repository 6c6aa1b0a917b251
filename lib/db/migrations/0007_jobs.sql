CREATE TABLE "sync_calls" (
	"api" text NOT NULL,
	"outcome" text NOT NULL,
	"calls" bigint NOT NULL,
	CONSTRAINT "sync_calls_api_outcome_pk" PRIMARY KEY("api","outcome")
);
--> statement-breakpoint
CREATE TABLE "sync_waits" (
	"source" text PRIMARY KEY NOT NULL,
	"waits" bigint NOT NULL,
	"waited_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "sync_runs_one_running";--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "owner" uuid;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "lease_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "taken_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "changed_at" timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_under_way" ON "sync_runs" USING btree ("kind","tenant_id") WHERE "sync_runs"."status" in ('queued', 'running', 'paused');--> statement-breakpoint
CREATE INDEX "sync_steps_changed" ON "sync_steps" USING btree ("run_id","changed_at");