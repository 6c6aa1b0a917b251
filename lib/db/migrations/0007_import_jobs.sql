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
