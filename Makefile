# test: everything that must hold      dev: rebuild and reload while editing
# bench: the figures                   web: the front end from its sources
# shots: pictures of every page        fuzz: a longer run of the fuzzers

GO ?= go
.DEFAULT_GOAL := test
.PHONY: test tools web dev bench shots fuzz

test: tools
	@sh .ci/steps

tools:
	@sh .ci/tools

web: tools
	$(GO) run ./web

dev: tools
	@sh .ci/dev

bench: tools
	$(GO) run ./bench

shots: tools
	REDTHREAD_SHOTS=$(CURDIR)/out/shots $(GO) test ./page/browser -run TestShots -count=1 -v

fuzz: tools
	FUZZTIME=300000x sh .ci/fuzz
