CREATE TABLE "import_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"way" text NOT NULL,
	"state" text NOT NULL,
	"bytes" bigint NOT NULL,
	"bytes_read" bigint NOT NULL,
	"reason" text,
	"requested_by" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"heartbeat_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "kept_answers" (
	"run_id" uuid NOT NULL,
	"source" text NOT NULL,
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"scope" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "kept_answers_run_id_source_tenant_id_period_scope_question_pk" PRIMARY KEY("run_id","source","tenant_id","period","scope","question")
);
--> statement-breakpoint
CREATE TABLE "source_checks" (
	"check" text NOT NULL,
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"compared" integer NOT NULL,
	"differing" integer NOT NULL,
	"example" text,
	"checked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "source_checks_check_tenant_id_period_pk" PRIMARY KEY("check","tenant_id","period")
);
--> statement-breakpoint
CREATE TABLE "sync_calls" (
	"api" text NOT NULL,
	"outcome" text NOT NULL,
	"calls" bigint NOT NULL,
	CONSTRAINT "sync_calls_api_outcome_pk" PRIMARY KEY("api","outcome")
);
--> statement-breakpoint
CREATE TABLE "sync_waits" (
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"waits" bigint NOT NULL,
	"waited_ms" bigint NOT NULL,
	CONSTRAINT "sync_waits_source_reason_pk" PRIMARY KEY("source","reason")
);
--> statement-breakpoint
CREATE TABLE "sync_workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle_budgets" (
	"key" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "sync_runs_one_running";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "periods" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "rejected" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "totals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "is_amortised" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source_reads" ADD COLUMN "expected_rows" integer;--> statement-breakpoint
ALTER TABLE "source_reads" ADD COLUMN "read_rows" integer;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "owner" uuid;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "lease_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "taken_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "expected" integer;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "read" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "kept" integer;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "wait_reason" text;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "changed_at" timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_under_way" ON "sync_runs" USING btree ("kind","tenant_id") WHERE "sync_runs"."status" in ('queued', 'running', 'paused');--> statement-breakpoint
CREATE INDEX "sync_steps_changed" ON "sync_steps" USING btree ("run_id","changed_at");