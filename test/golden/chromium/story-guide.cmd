curl -L http://shop.test:8301/old-guide
