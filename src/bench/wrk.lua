-- The query mix for wrk: wrk -t1 -c8 -d10s --latency -s src/bench/wrk.lua URL -- QUERIES [facets=none]
local requests = {}
local last = 0

function init(args)
  local more = args[2] and ("&" .. args[2]) or ""
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", "/search?" .. line:match("^[^\t]*") .. more)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end
