CREATE TABLE "set_aside_steps" (
	"person_id" text NOT NULL,
	"step" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "set_aside_steps_person_id_step_pk" PRIMARY KEY("person_id","step")
);
